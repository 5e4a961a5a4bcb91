import { consequenceClauses } from '@crm/api-contract/routes';
import type { ConsequenceClause } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { Go } from '../../contracts/index.js';
import { ByWhom } from '../../parts/tables/ByWhom.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { Tag } from '../../parts/marks/Tag.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { TableCard, pastRow } from '../../parts/tables/TableCard.js';
import { useMay } from '../../providers/abilities.js';
import { useClausesOf } from '../useDecisions.js';
import { mayAmendClauses, mayWriteClause } from './clauseWays.js';

type Wording = Pick<ConsequenceClause, 'cureDays' | 'percent' | 'from'>;

/** 90 天 · 差额的 100 % · 低于容忍度. */
const measureOf = ({ cureDays, percent, from }: Wording, translate: TranslateFunction): string =>
  [
    cureDays === null ? null : translate('decisions.days', { smart_count: cureDays }),
    percent === null ? null : translate('decisions.ofGap', { percent: showDecimal(percent) }),
    translate(`decisions.from.${from}`),
  ]
    .filter(Boolean)
    .join('·');

interface Row {
  id: string;
  clause: ConsequenceClause;
  wording: ConsequenceClause['wordings'][number];
  /** The current wording, with the earlier ones below. */
  latest: boolean;
}

const rowsOf = (clauses: readonly ConsequenceClause[]): Row[] =>
  clauses.flatMap((clause) =>
    clause.wordings.map((wording, at) => ({ id: wording.id, clause, wording, latest: at === 0 })),
  );

const clauseColumns = (translate: TranslateFunction): RecordColumn<Row>[] => [
  {
    source: 'kind',
    label: 'decisions.clauseKind',
    className: 'nowrap',
    cell: ({ clause, latest }) =>
      latest && (
        <>
          {translate(`decisions.clause.${clause.kind}`)} {clause.ended && <Tag>{translate('decisions.ended')}</Tag>}
        </>
      ),
  },
  { source: 'measure', label: 'decisions.measure', cell: ({ wording }) => measureOf(wording, translate) },
  {
    source: 'indicators',
    label: 'promises.indicator',
    cell: ({ wording }) =>
      wording.indicators.map((one) => translate(`indicators.short.${one}`)).join(translate('parts.join')),
  },
  {
    source: 'text',
    label: 'decisions.text',
    className: 'prose',
    cell: ({ wording: { text, reason, endReason } }) => (
      <>
        {text}
        {reason && <div className="caption">{reason}</div>}
        {endReason && <div className="caption">{translate('decisions.endedBecause', { reason: endReason })}</div>}
      </>
    ),
  },
  {
    source: 'enteredBy',
    label: 'promises.changedBy',
    cell: ({ wording: { enteredBy, knownFrom } }) => <ByWhom name={enteredBy} at={knownFrom} />,
  },
];

/** 后果条款: the clauses of the contract; earlier wordings stay, with who changed them and why. */
export function ClauseCard({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const may = useMay();
  const { data, error, refetch } = useClausesOf(contract.id);
  const [mayWrite, mayAmend] = [mayWriteClause(contract, may), mayAmendClauses(contract, may)];
  // A draft's clause is edited directly; after the signature the supplement changes it.
  const draft = contract.status === 'draft';
  const mayChange = draft ? may(consequenceClauses.update, contract) : mayAmend;
  const changeSaid = translate(draft ? 'decisions.changeClause' : 'decisions.bySupplement');
  return (
    <TableCard<Row>
      name="consequence-clauses"
      title={translate('decisions.clausesTitle')}
      answer={{ data: data && rowsOf(data), error, refetch }}
      rowSx={({ wording }) => (wording.knownTo === null ? {} : pastRow)}
      columns={[
        ...clauseColumns(translate),
        mayChange && {
          source: 'change',
          label: changeSaid,
          heard: true,
          cell: ({ clause, latest }) =>
            latest &&
            !clause.ended && (
              <button
                type="button"
                className="aslink"
                onClick={() => go(draft ? { clause: clause.id } : { supplement: clause.id })}
              >
                {changeSaid}
              </button>
            ),
        },
      ]}
      none={{ icon: 'scales', title: translate('decisions.noClauses'), why: translate('decisions.noClausesWhy') }}
      add={
        (mayWrite || mayAmend) && {
          label: translate(mayWrite ? 'decisions.addClause' : 'decisions.addBySupplement'),
          onClick: () => go(mayWrite ? { clause: 'new' } : { supplement: 'clause' }),
        }
      }
    />
  );
}
