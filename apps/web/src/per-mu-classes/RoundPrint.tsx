import { useTranslate } from 'ra-core';
import { showDecimal, showExactly, showPercent } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { rankedOf, rankingColumns } from './rankingColumns.js';
import { itemWord, shownValue, type Round } from './useRounds.js';
import { useZoneName } from '../providers/zone.js';

/** A round on A4: the classes, the enterprises of the page with their points, who could not be scored and why. */
export function RoundPrint({ round }: { round: Round }) {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  const nameOf = (key: string) =>
    itemWord(round.items.find((item) => item.key === key) ?? { key, name: key }, translate);
  const rest = round.rows.filter(({ result }) => result === null);
  return (
    <PrintSheet
      title={`${zone} ${translate('classes.roundOf', { year: round.year })}`}
      scope={translate('classes.printScope', {
        state: translate(`classes.states.${round.status}`),
        firms: round.firms,
        scored: round.scored,
      })}
      basis={translate(round.capped ? 'classes.capped' : 'classes.uncapped')}
      rule={`${translate('classes.formulaWords')} ${round.items.map((item) => `${itemWord(item, translate)} ÷ ${showExactly(shownValue(translate, item, item.base))} × ${showDecimal(item.weight)}`).join(translate('classes.join'))}`}
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
      {round.total > round.rows.length && (
        <p>{translate('classes.printPage', { shown: round.rows.length, total: round.total })}</p>
      )}
      <PrintedTable
        columns={rankingColumns(round, translate)}
        rows={rankedOf(round)}
        keyOf={({ enterpriseId }) => enterpriseId}
      />
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
