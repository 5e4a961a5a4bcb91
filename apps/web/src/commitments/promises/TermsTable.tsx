import type { CommitmentInFull } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { InstantText } from '../../parts/text/DayText.js';
import { sayPerMu } from '../../parts/text/money.js';
import { sayQuantity } from '../../reference/quantities.js';
import { NONE } from '../../parts/text/numbers.js';
import { TableCard } from '../../parts/tables/TableCard.js';

/**
 * 变更: every wording a promise ever had, before and after, with its reason; and the years that were waived; empty until
 * a promise is amended or a year waived.
 */
export default function TermsTable({ commitments }: { commitments: readonly CommitmentInFull[] }) {
  const translate = useTranslate();
  const changes = commitments.flatMap((commitment) =>
    commitment.terms.slice(0, -1).map((after, index) => ({
      key: after.id,
      indicator: commitment.indicator,
      unit: commitment.unit,
      after,
      before: commitment.terms[index + 1]!,
    })),
  );
  const waivers = commitments.flatMap((commitment) =>
    commitment.waivers.map((waiver) => ({ indicator: commitment.indicator, waiver })),
  );
  const promised = (term: CommitmentInFull['terms'][number], unit: CommitmentInFull['unit']): string =>
    term.master === 'per-mu' ? sayPerMu(translate, term.perMuWan, 2) : sayQuantity(translate, unit, term.total, 2);
  return (
    <TableCard
      title={translate('contracts.tabs.changes')}
      answer={{ data: [...changes, ...waivers], error: null, refetch: () => undefined }}
      columns={[
        'promises.indicator',
        'promises.before',
        'promises.after',
        'promises.reason',
        'promises.changedBy',
        'promises.changedAt',
      ].map((name) => translate(name))}
      none={{ icon: 'scales', title: translate('promises.unchanged'), why: translate('promises.unchangedWhy') }}
    >
      {() => (
        <>
          {changes.map(({ key, indicator, unit, before, after }) => (
            <tr key={key}>
              <th scope="row">{translate(`indicators.name.${indicator}`)}</th>
              <td className="t-2">{promised(before, unit)}</td>
              <td className="b">{promised(after, unit)}</td>
              <td className="prose">{after.reason ?? NONE}</td>
              <td className="t-2">{after.enteredBy ?? NONE}</td>
              <td className="nw">
                <InstantText at={after.knownFrom} />
              </td>
            </tr>
          ))}
          {waivers.map(({ indicator, waiver }) => (
            <tr key={waiver.id}>
              <th scope="row">{translate(`indicators.name.${indicator}`)}</th>
              <td colSpan={2} className="waived">
                {translate('promises.waivedYear', { year: waiver.year })}
              </td>
              <td className="prose">{waiver.reason}</td>
              <td className="t-2">{waiver.decidedBy ?? NONE}</td>
              <td className="nw">
                <InstantText at={waiver.knownFrom} />
              </td>
            </tr>
          ))}
        </>
      )}
    </TableCard>
  );
}
