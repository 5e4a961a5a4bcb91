import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { firmName } from '../../contracts/list/firm.js';
import { shown, withUnit } from '../../commitments/promises/quantities.js';
import { showDecimal } from '../../parts/numbers.js';
import { ScrollX } from '../../parts/Small.js';
import { VerdictChip } from '../../parts/VerdictChip.js';
import { useCan } from '../../providers/abilities.js';
import { Outcomes, StandingText } from '../Outcomes.js';
import type { Missed } from '../useDecisions.js';

export interface MissedProps {
  missed: Missed;
  /** One indicator alone: its amounts may be added up. */
  single: boolean;
  onDecide: (assessmentId: string) => void;
}

/** A row for each promise that was missed; the last line adds up all of the filter, and only what may be added. */
export function MissedTable({ missed, single, onDecide }: MissedProps) {
  const translate = useTranslate();
  const mayDecide = useCan('decide', 'Assessment');
  return (
    <ScrollX label={translate('decisions.missed.title')}>
      <table className="plain missed">
        <thead>
          <tr>
            <th scope="col">{translate('performance.firm')}</th>
            <th scope="col">{translate('promises.indicator')}</th>
            <Head name="promises.required" unit="parts.unit.wan" />
            <Head name="promises.actual" unit="parts.unit.wan" />
            <Head name="promises.attainment" unit="decisions.percent" />
            <Head name="promises.shortfall" unit="parts.unit.wan" />
            <Head name="decisions.missed.perMu" unit="parts.unit.perMu" />
            <th scope="col">{translate('promises.verdict')}</th>
            <th scope="col">{translate('decisions.mayBeDone')}</th>
            <th scope="col">{translate('decisions.missed.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {missed.data.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/contracts/${row.contractId}?why=${row.id}`} title={`${row.enterpriseName} ${row.projectName}`}>
                  {firmName(row)}
                </Link>
                <div className="t-cap">
                  {row.parkName} {row.contractNumber}
                </div>
              </th>
              <td className="nw">
                {row.year} {withUnit(translate, row, 'wan', 'short')}
                {row.clause && <div className="t-cap">{row.clause}</div>}
              </td>
              <td className="num">{shown(row, row.required)}</td>
              <td className="num">{shown(row, row.actual)}</td>
              <td className="num">{showDecimal(row.attainmentPercent, 2)}</td>
              <td className="num b">{shown(row, row.shortfall)}</td>
              <td className="num t-2">{showDecimal(row.shortfallPerMuWan, 2)}</td>
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
                    <button type="button" className="aslink" aria-haspopup="dialog" aria-label={translate('decisions.decideSaid', { firm: firmName(row), year: row.year, indicator: translate(`performance.short.${row.indicator}`) })} onClick={() => onDecide(row.id)}>
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
            <td className="num">{single ? showDecimal(missed.totals.requiredWan, 2) : ''}</td>
            <td className="num">{single ? showDecimal(missed.totals.actualWan, 2) : ''}</td>
            <td />
            <td className="num">{single ? showDecimal(missed.totals.shortfallWan, 2) : ''}</td>
            <td />
            <td />
            <td colSpan={2} className="nw">
              {translate('decisions.missed.mayAsk', { pay: showDecimal(missed.totals.payWan, 2), clawback: showDecimal(missed.totals.clawbackWan, 2) })}
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollX>
  );
}

function Head({ name, unit }: { name: string; unit: string }) {
  const translate = useTranslate();
  return (
    <th scope="col" className="num">
      {translate(name)}
      <br />
      {translate(unit)}
    </th>
  );
}
