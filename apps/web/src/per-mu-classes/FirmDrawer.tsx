import { evaluationRounds } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { showInstant } from '../parts/text/days.js';
import { TextLine } from '../parts/fields/FieldLine.js';
import { NONE, showDecimal, showExactly } from '../parts/text/numbers.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Hint } from '../parts/marks/Hint.js';
import { useVerb } from '../verbs/useVerb.js';
import { Move } from './Move.js';
import { itemWord, shownValue, useHistory, type Firm, type Item, type Round, unitWord } from './useRounds.js';

/** Why this score: each item as value ÷ base × weight, its source, and its earlier values. */
export function FirmDrawer({
  round,
  firm,
  mayChange,
  onClose,
}: {
  round: Round;
  firm: Firm;
  mayChange: boolean;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const history = useHistory(round.id, firm.enterpriseId);
  const [leaving, setLeaving] = useState<string | null>(null);
  const leave = useVerb(evaluationRounds.leaveOut, { said: translate('classes.leftOut'), onDone: onClose });
  const editor = useEditor({ typed: Boolean(leaving), saving: leave.isPending });
  const old = history.data?.entries.filter(({ knownTo }) => knownTo !== null) ?? [];
  const itemOf = (key: string) => round.items.find((item) => item.key === key) ?? { key, name: key, unit: '' };
  const nameOf = (key: string) => itemWord(itemOf(key), translate);
  const amount = (item: Pick<Item, 'unit'>, value: string) => showExactly(shownValue(translate, item, value));
  return (
    <SideDrawer
      title={firm.enterpriseName}
      caption={firm.result && translate('classes.class', { name: firm.result.class })}
      onClose={onClose}
      foot={
        mayChange && leaving === null ? (
          <Button onClick={() => setLeaving('')}>{translate('classes.leaveOut')}</Button>
        ) : undefined
      }
    >
      <div className="stack">
        <p>
          {firm.result
            ? translate('classes.why', {
                score: showDecimal(firm.result.score, 2),
                rank: firm.result.rank,
                scored: round.scored,
                class: firm.result.class,
              })
            : translate('classes.whyNot', { items: firm.missing.map(nameOf).join(translate('classes.join')) })}{' '}
          {firm.move && <Move row={firm} />}
        </p>
        <Link to={`/enterprises/${firm.enterpriseId}/show`}>{translate('classes.openFirm')}</Link>
        <table className="plain whyitems">
          <thead>
            <tr>
              <th scope="col">{translate('classes.itemHead')}</th>
              <th scope="col">{translate('classes.formulaHead')}</th>
              <th scope="col" className="num">
                {translate('classes.points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {round.items.map((item) => {
              const value = firm.values[item.key];
              const part = firm.result?.parts.find(({ key }) => key === item.key);
              return (
                <tr key={item.key}>
                  <th scope="row">
                    {itemWord(item, translate)}
                    <div className="caption">{unitWord(item, translate)}</div>
                  </th>
                  <td>
                    {value ? (
                      <>
                        <span className="nowrap">{`${amount(item, value.value)} ÷ ${amount(item, item.base)} × ${showDecimal(item.weight)}`}</span>
                        <div className="caption">{[value.source, value.enteredBy].filter(Boolean).join(' · ')}</div>
                      </>
                    ) : (
                      <Hint verdict="no-data">{translate('classes.noValue')}</Hint>
                    )}
                  </td>
                  <td className="num strong">
                    {part ? showDecimal(part.points, 4) : NONE}
                    {part?.capped && <div className="caption">{translate('classes.cappedAt')}</div>}
                  </td>
                </tr>
              );
            })}
          </tbody>
          {firm.result && (
            <tfoot>
              <tr className="sum">
                <th scope="row" colSpan={2}>
                  {translate('classes.score')}
                </th>
                <td className="num">{showDecimal(firm.result.score, 4)}</td>
              </tr>
            </tfoot>
          )}
        </table>
        {old.length > 0 && (
          <>
            <h3>{translate('classes.earlier')}</h3>
            <ul className="corrections">
              {old.map((entry) => (
                <li key={`${entry.item}${entry.knownFrom}`}>
                  <span>
                    {nameOf(entry.item)} {amount(itemOf(entry.item), entry.value)}
                  </span>
                  <span className="caption">
                    {[entry.source, entry.enteredBy, showInstant(entry.knownFrom), entry.reason]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {leaving !== null && (
          <GridForm
            editor={editor}
            onSave={() =>
              leave.mutate({
                params: { id: round.id },
                body: { enterpriseId: firm.enterpriseId, reason: leaving },
              })
            }
          >
            <TextLine label={translate('classes.leaveReason')} autoFocus value={leaving} onChange={setLeaving} />
            <Button type="submit" variant="contained" disabled={leave.isPending}>
              {translate('classes.leaveOut')}
            </Button>
          </GridForm>
        )}
      </div>
    </SideDrawer>
  );
}
