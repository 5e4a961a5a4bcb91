import { useTranslate } from 'ra-core';
import { firmName, type Question } from '../../portfolio/index.js';
import { usePlaces } from '../../reference/places.js';
import { shown, withUnit } from '../../commitments/index.js';
import { showWan } from '../../parts/text/money.js';
import { showPercent } from '../../parts/text/numbers.js';
import { PrintSheet } from '../../parts/layout/PrintSheet.js';
import { VerdictGlyph } from '../../parts/marks/VerdictGlyph.js';
import { OutcomeText, StandingText } from '../Outcomes.js';
import type { Missed, MissedQuestion } from '../useDecisions.js';

/** The same on A4, with an empty column for the word of whoever decides. */
export function MissedPrint({
  question,
  asked,
  missed,
}: {
  question: Question;
  asked: MissedQuestion;
  missed: Missed;
}) {
  const translate = useTranslate();
  const { parks } = usePlaces();
  const scope = translate('decisions.missed.printScope', {
    park: parks.find((park) => park.id === question.park)?.name ?? translate('parts.filter.all'),
    year: question.year,
    indicator: asked.indicator ? translate(`performance.indicator.${asked.indicator}`) : translate('parts.filter.all'),
    day: missed.asOf,
  });
  const own = missed.totals.ofIndicator;
  return (
    <PrintSheet
      title={translate('decisions.missed.printTitle', { zone: translate('frame.zone') })}
      scope={scope}
      rule={translate('decisions.missed.printRule')}
    >
      <table className="pt dz missedsheet">
        <thead>
          <tr>
            <th>{translate('performance.firm')}</th>
            <th>{translate('promises.indicator')}</th>
            <th className="num">{translate('promises.required')}</th>
            <th className="num">{translate('promises.actual')}</th>
            <th className="num">%</th>
            <th className="num">{translate('promises.shortfall')}</th>
            <th>{translate('promises.verdict')}</th>
            <th>{translate('decisions.mayBeDone')}</th>
            <th>{translate('decisions.missed.standing')}</th>
            <th className="wr">{translate('decisions.missed.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {missed.data.map((row) => (
            <tr key={row.id}>
              <td className="nw">
                {firmName(row)}
                <div>{row.parkName}</div>
              </td>
              <td>
                {row.year} {withUnit(translate, row, 'wan', 'short')}
              </td>
              <td className="num">{shown(translate, row, row.required)}</td>
              <td className="num">{shown(translate, row, row.actual)}</td>
              <td className="num">{showPercent(row.attainmentPercent, 0)}</td>
              <td className="num">{shown(translate, row, row.shortfall)}</td>
              <td className="nw">
                <VerdictGlyph verdict={row.verdict} /> {translate(`parts.verdict.${row.verdict}`)}
              </td>
              <td>
                {row.consequences
                  .filter(({ applies }) => applies)
                  .map((one) => (
                    <div key={one.clauseId}>
                      <OutcomeText one={one} />
                    </div>
                  ))}
              </td>
              <td>
                <StandingText missed={row} />
              </td>
              <td />
            </tr>
          ))}
          <tr className="sum">
            <td>{translate('decisions.missed.sum', { smart_count: missed.totals.contracts })}</td>
            <td>{translate('decisions.missed.promises', { smart_count: missed.total })}</td>
            <td className="num">{own && shown(translate, own, own.required)}</td>
            <td className="num">{own && shown(translate, own, own.actual)}</td>
            <td />
            <td className="num">{own && shown(translate, own, own.shortfall)}</td>
            <td />
            <td colSpan={3}>
              {translate('decisions.missed.mayAsk', {
                pay: showWan(translate, missed.totals.payWan, 2),
                clawback: showWan(translate, missed.totals.clawbackWan, 2),
              })}
            </td>
          </tr>
        </tbody>
      </table>
    </PrintSheet>
  );
}
