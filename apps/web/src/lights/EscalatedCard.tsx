import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { Tag } from '../parts/marks/Tag.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import type { Escalated } from './useTargets.js';
import { indicatorWord, subjectWord, useMonthWord, verdictOf } from './words.js';

/** At most this many are shown, so that the grid stays on the screen. */
const SEEN = 5;

/** The reminders to managers: red, or yellow for the second time; the furthest behind first. */
export function EscalatedCard({
  rows,
  total,
  onOpen,
}: {
  rows: readonly Escalated[];
  total: number;
  onOpen: (id: string) => void;
}) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const [whole, setWhole] = useState(false);
  return (
    <Card
      flush
      title={translate('lights.escalated')}
      caption={<Tag>{showDecimal(total)}</Tag>}
      label={translate('lights.escalated')}
    >
      {rows.length === 0 ? (
        <div className="cardbody quiet">{translate('lights.noneEscalated')}</div>
      ) : (
        <ul className="escalated">
          {(whole ? rows : rows.slice(0, SEEN)).map((target) => (
            <li key={target.id}>
              <VerdictChip verdict={verdictOf[target.light]}>{translate(`lights.light.${target.light}`)}</VerdictChip>
              <button type="button" className="linkish" onClick={() => onOpen(target.id)}>
                {subjectWord(target, translate)}
              </button>
              <span className="quiet">
                {translate('lights.upTo', {
                  indicator: indicatorWord(target.indicator, translate),
                  month: monthWord(target.month),
                })}
              </span>
              <span className="num">
                <b>{translate('lights.behind', { percent: showPercent(target.behindPercent) })}</b>{' '}
                <span className="quiet">
                  {translate('lights.gap', { wan: showWan(translate, target.behindWan, 2) })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > SEEN && (
        <div className="cardbody noprint">
          <Button variant="text" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? translate('lights.fewer') : translate('lights.all', { smart_count: rows.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
