import { useTranslate } from 'ra-core';
import { NONE, showDecimal, showPercent } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { Move } from './Ranking.js';
import { itemWord, type Round } from './useRounds.js';

/** A round on A4: the classes, every enterprise with its points, who could not be scored and why. */
export function RoundPrint({ round }: { round: Round }) {
  const translate = useTranslate();
  const nameOf = (key: string) =>
    itemWord(round.items.find((item) => item.key === key) ?? { key, name: key }, translate);
  const scored = round.rows.filter(({ result }) => result !== null);
  const rest = round.rows.filter(({ result }) => result === null);
  return (
    <PrintSheet
      title={`${translate('frame.zone')} ${translate('classes.roundOf', { year: round.year })}`}
      scope={translate('classes.printScope', {
        state: translate(`classes.states.${round.status}`),
        firms: round.firms,
        scored: round.scored,
      })}
      basis={translate(round.capped ? 'classes.capped' : 'classes.uncapped')}
      rule={`${translate('classes.formulaWords')} ${round.items.map((item) => `${itemWord(item, translate)} ÷ ${item.base} × ${showDecimal(item.weight)}`).join(translate('classes.join'))}`}
    >
      <h2>
        {translate('classes.distribution')}
        <small>
          {round.classes
            .map(
              (one) =>
                `${translate('classes.class', { name: one.name })} ${one.firms} ${translate('classes.firmsUnit')} ${showPercent(one.sharePercent, 0)}`,
            )
            .join('，')}
        </small>
      </h2>
      <table className="pt">
        <thead>
          <tr>
            <th className="num">{translate('classes.rank')}</th>
            <th>{translate('classes.firm')}</th>
            <th>{translate('classes.park')}</th>
            <th>{translate('classes.classHead')}</th>
            {round.previousYear !== null && <th>{translate('classes.against', { year: round.previousYear })}</th>}
            <UnitHead name={translate('classes.score')} unit={translate('classes.points')} />
            {round.items.map((item) => (
              <UnitHead
                key={item.key}
                name={itemWord(item, translate)}
                unit={translate('classes.outOf', { weight: showDecimal(item.weight) })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {scored.map((row) => (
            <tr key={row.enterpriseId}>
              <td className="num">{row.result!.rank}</td>
              <td className="nw">{row.enterpriseShortName || row.enterpriseName}</td>
              <td className="nw">{row.parkName ?? NONE}</td>
              <td>
                <b>{row.result!.class}</b>
              </td>
              {round.previousYear !== null && (
                <td>
                  <Move row={row} />
                </td>
              )}
              <td className="num">{showDecimal(row.result!.score, 2)}</td>
              {round.items.map((item) => (
                <td key={item.key} className="num">
                  {showDecimal(row.result!.parts.find(({ key }) => key === item.key)?.points, 2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && <h2>{translate('classes.notScorable')}</h2>}
      {rest.map((row) => (
        <div key={row.enterpriseId}>
          {row.enterpriseName}{' '}
          <small>
            {translate('classes.missing', { items: row.missing.map(nameOf).join(translate('classes.join')) })}
          </small>
        </div>
      ))}
    </PrintSheet>
  );
}
