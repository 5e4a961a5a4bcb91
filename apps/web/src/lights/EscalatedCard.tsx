import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { showWan } from '../parts/text/money.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { Tag } from '../parts/marks/Tag.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import type { Target } from './useTargets.js';
import { indicatorWord, subjectWord, useMonthWord, verdictOf } from './words.js';

/** At most this many are shown, so that the grid stays on the screen. */
const SEEN = 5;

/** The reminders to managers: red, or yellow for the second time; the furthest behind first. */
export function EscalatedCard({ targets, onOpen }: { targets: readonly Target[]; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const [whole, setWhole] = useState(false);
  const rows = targets
    .filter(({ escalated }) => escalated)
    .toSorted((a, b) => Number(b.latest?.behindPercent ?? 0) - Number(a.latest?.behindPercent ?? 0));
  return (
    <Card
      flush
      title={translate('lights.escalated')}
      caption={<Tag>{showDecimal(rows.length)}</Tag>}
      label={translate('lights.escalated')}
    >
      {rows.length === 0 ? (
        <div className="cardbody quiet">{translate('lights.noneEscalated')}</div>
      ) : (
        <ul className="escalated">
          {(whole ? rows : rows.slice(0, SEEN)).map((target) => {
            const latest = target.latest!;
            return (
              <li key={target.id}>
                <VerdictChip verdict={verdictOf[latest.light!]}>
                  {translate(`lights.light.${latest.light!}`)}
                </VerdictChip>
                <button type="button" className="linkish" onClick={() => onOpen(target.id)}>
                  {subjectWord(target, translate)}
                </button>
                <span className="quiet">
                  {translate('lights.upTo', {
                    indicator: indicatorWord(target.indicator, translate),
                    month: monthWord(latest.month),
                  })}
                </span>
                <span className="num">
                  <b>{translate('lights.behind', { percent: showPercent(latest.behindPercent) })}</b>{' '}
                  <span className="quiet">
                    {translate('lights.gap', { wan: showWan(translate, latest.behindWan, 2) })}
                  </span>
                </span>
              </li>
            );
          })}
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
