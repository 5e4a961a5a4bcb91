import type { MissedPromise } from '@crm/api-contract/decisions';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { firmName } from '../../portfolio/index.js';
import { shown, unitSaid, withUnit } from '../../commitments/index.js';
import { showWan } from '../../parts/text/money.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { ScrollX } from '../../parts/tables/ScrollX.js';
import { UnitHead } from '../../parts/tables/UnitHead.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { useCan } from '../../providers/abilities.js';
import { Outcomes, StandingText } from '../Outcomes.js';
import type { Missed } from '../useDecisions.js';

/** What the heads say: the unit of all rows where they share one; else 万元, and each row says its own. */
export const headUnit = ({ data }: Missed): MissedPromise['unit'] =>
  data.every((row) => row.unit === data[0]?.unit) ? (data[0]?.unit ?? 'wan') : 'wan';

export interface MissedProps {
  missed: Missed;
  onDecide: (assessmentId: string) => void;
}

/** A row for each promise that was missed; the last line adds up all of the filter, and only what may be added. */
export function MissedTable({ missed, onDecide }: MissedProps) {
  const own = missed.totals.ofIndicator;
  const translate = useTranslate();
  const unit = unitSaid(translate, headUnit(missed));
  const mayDecide = useCan('decide', 'Assessment');
  return (
    <ScrollX label={translate('decisions.missed.title')}>
      <table className="plain missed">
        <thead>
          <tr>
            <th scope="col">{translate('performance.firm')}</th>
            <th scope="col">{translate('promises.indicator')}</th>
            <UnitHead name={translate('promises.required')} unit={unit} />
            <UnitHead name={translate('promises.actual')} unit={unit} />
            <UnitHead name={translate('promises.attainment')} unit="%" />
            <UnitHead name={translate('promises.shortfall')} unit={unit} />
            <UnitHead name={translate('decisions.missed.perMu')} unit={translate('parts.unit.perMu')} />
            <th scope="col">{translate('promises.verdict')}</th>
            <th scope="col">{translate('decisions.mayBeDone')}</th>
            <th scope="col">{translate('decisions.missed.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {missed.data.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link
                  to={`/contracts/${row.contractId}?why=${row.id}`}
                  title={`${row.enterpriseName} ${row.projectName}`}
                >
                  {firmName(row)}
                </Link>
                <div className="t-cap">
                  {row.parkName} <span className="nw">{row.contractNumber}</span>
                </div>
              </th>
              <td className="nw">
                {row.year} {withUnit(translate, row, 'wan', 'short')}
                {row.clause && <div className="t-cap">{row.clause}</div>}
              </td>
              <td className="num">{shown(translate, row, row.required)}</td>
              <td className="num">{shown(translate, row, row.actual)}</td>
              <td className="num">{showDecimal(row.attainmentPercent, 2)}</td>
              <td className="num b">{shown(translate, row, row.shortfall)}</td>
              <td className="num t-2">{showWan(translate, row.shortfallPerMuWan, 2)}</td>
              <td>
                <VerdictChip verdict={row.verdict} />
              </td>
              <td>
                <Outcomes missed={row} />
              </td>
              <td className="nw">
                <StandingText missed={row} />
                {mayDecide && row.standing === 'open' && (
                  <div>
                    <button
                      type="button"
                      className="aslink"
                      aria-haspopup="dialog"
                      aria-label={translate('decisions.decideSaid', {
                        firm: firmName(row),
                        year: row.year,
                        indicator: translate(`performance.short.${row.indicator}`),
                      })}
                      onClick={() => onDecide(row.id)}
                    >
                      {translate('decisions.decide')}
                    </button>
                  </div>
                )}
              </td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{translate('decisions.missed.sum', { smart_count: missed.totals.contracts })}</th>
            <td className="nw">{translate('decisions.missed.promises', { smart_count: missed.total })}</td>
            <td className="num">{own && shown(translate, own, own.required)}</td>
            <td className="num">{own && shown(translate, own, own.actual)}</td>
            <td />
            <td className="num">{own && shown(translate, own, own.shortfall)}</td>
            <td />
            <td />
            <td colSpan={2} className="nw">
              {translate('decisions.missed.mayAsk', {
                pay: showWan(translate, missed.totals.payWan, 2),
                clawback: showWan(translate, missed.totals.clawbackWan, 2),
              })}
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollX>
  );
}
