import type { CommitmentInFull } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { Card } from '../../parts/Card.js';
import { InstantText } from '../../parts/DayText.js';
import { NONE, showDecimal } from '../../parts/numbers.js';
import { unitSaid } from './quantities.js';

/** 变更: every wording a promise ever had, before and after, with its reason; and the years that were waived. */
export default function TermsTable({ commitments }: { commitments: readonly CommitmentInFull[] }) {
  const translate = useTranslate();
  const changes = commitments.flatMap((commitment) =>
    commitment.terms.slice(0, -1).map((after, index) => ({ key: after.id, indicator: commitment.indicator, unit: commitment.unit, after, before: commitment.terms[index + 1]! })),
  );
  const waivers = commitments.flatMap((commitment) => commitment.waivers.map((waiver) => ({ indicator: commitment.indicator, waiver })));
  const promised = (term: CommitmentInFull['terms'][number], unit: CommitmentInFull['unit']): string =>
    term.master === 'per-mu' ? `${showDecimal(term.perMuWan, 2)} ${translate('parts.unit.perMu')}` : `${showDecimal(term.total, unit === 'wan' ? 2 : undefined)} ${unitSaid(translate, unit)}`;
  return (
    <Card flush>
      <div className="scrollx">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{translate('promises.indicator')}</th>
              <th scope="col">{translate('promises.before')}</th>
              <th scope="col">{translate('promises.after')}</th>
              <th scope="col">{translate('promises.reason')}</th>
              <th scope="col">{translate('promises.changedBy')}</th>
              <th scope="col">{translate('promises.changedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ key, indicator, unit, before, after }) => (
              <tr key={key}>
                <th scope="row">{translate(`performance.indicator.${indicator}`)}</th>
                <td className="t-2">{promised(before, unit)}</td>
                <td className="b">{promised(after, unit)}</td>
                <td>{after.reason ?? NONE}</td>
                <td className="t-2">{after.enteredBy ?? NONE}</td>
                <td>
                  <InstantText at={after.knownFrom} />
                </td>
              </tr>
            ))}
            {waivers.map(({ indicator, waiver }) => (
              <tr key={waiver.id}>
                <th scope="row">{translate(`performance.indicator.${indicator}`)}</th>
                <td colSpan={2} className="waived">
                  {translate('promises.waivedYear', { year: waiver.year })}
                </td>
                <td>{waiver.reason}</td>
                <td className="t-2">{waiver.decidedBy ?? NONE}</td>
                <td>
                  <InstantText at={waiver.knownFrom} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
