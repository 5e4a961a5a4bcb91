import type { CommitmentInFull } from '@crm/api-contract/commitments';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { InstantText } from '../../parts/text/DayText.js';
import { sayPerMu } from '../../parts/text/money.js';
import { sayQuantity } from '../../reference/quantities.js';
import { NONE } from '../../parts/text/numbers.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { TableCard } from '../../parts/tables/TableCard.js';

type Term = CommitmentInFull['terms'][number];
type Waiver = CommitmentInFull['waivers'][number];

/** Terms that replaced others, or a waived year. */
interface Change {
  id: string;
  of: CommitmentInFull;
  before?: Term;
  after?: Term;
  waiver?: Waiver;
}

/**
 * 变更: all versions of a commitment's terms, before and after, with reasons, and the waived years. Empty until a
 * commitment is amended or a year waived.
 */
export default function TermsTable({ commitments }: { commitments: readonly CommitmentInFull[] }) {
  const translate = useTranslate();
  const changes = commitments.flatMap((of) =>
    of.terms.slice(0, -1).map((after, at): Change => ({ id: after.id, of, after, before: of.terms[at + 1] })),
  );
  const waivers = commitments.flatMap((of) => of.waivers.map((waiver): Change => ({ id: waiver.id, of, waiver })));
  return (
    <TableCard<Change>
      name="commitment-changes"
      title={translate('contracts.tabs.changes')}
      answer={{ data: [...changes, ...waivers], error: null, refetch: () => undefined }}
      columns={changeColumns(translate)}
      none={{ icon: 'scales', title: translate('promises.unchanged'), why: translate('promises.unchangedWhy') }}
    />
  );
}

const changeColumns = (translate: TranslateFunction): RecordColumn<Change>[] => {
  const promised = ({ unit }: CommitmentInFull, term: Term | undefined): string =>
    !term
      ? NONE
      : term.master === 'per-mu'
        ? sayPerMu(translate, term.perMuWan, 2)
        : sayQuantity(translate, unit, term.total, 2);
  return [
    {
      source: 'indicator',
      label: 'promises.indicator',
      cell: ({ of }) => translate(`indicators.name.${of.indicator}`),
    },
    { source: 'before', label: 'promises.before', className: 'quiet', cell: ({ of, before }) => promised(of, before) },
    {
      source: 'after',
      label: 'promises.after',
      cell: ({ of, after, waiver }) =>
        waiver ? (
          <span className="waived">{translate('promises.waivedYear', { year: waiver.year })}</span>
        ) : (
          <b className="strong">{promised(of, after)}</b>
        ),
    },
    {
      source: 'reason',
      label: 'promises.reason',
      className: 'prose',
      cell: ({ after, waiver }) => (waiver ?? after)?.reason ?? NONE,
    },
    {
      source: 'changedBy',
      label: 'promises.changedBy',
      className: 'quiet',
      cell: ({ after, waiver }) => (waiver ? waiver.decidedBy : after?.enteredBy) ?? NONE,
    },
    {
      source: 'changedAt',
      label: 'promises.changedAt',
      className: 'nowrap',
      cell: ({ after, waiver }) => <InstantText at={(waiver ?? after)?.knownFrom ?? null} />,
    },
  ];
};
