import type { approvalPolicies } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { Money } from '../../parts/text/Amounts.js';
import { InstantText } from '../../parts/text/DayText.js';
import { NONE } from '../../parts/text/numbers.js';
import { levelsSaid } from './policyRows.js';

/** A row of the policy that is no longer in force. */
export type Replaced = AnswerOf<typeof approvalPolicies.list>['history'][number];

/** Earlier rows, until when they were in force, and who changed them and why. */
export const policyColumns = (translate: TranslateFunction): RecordColumn<Replaced>[] => [
  {
    source: 'fromWan',
    label: 'approvals.policies.from',
    cell: (row) => (
      <>
        <Money wan={row.fromWan} />
        {row.belowStandardOnly && <div className="caption">{translate('approvals.below')}</div>}
      </>
    ),
  },
  { source: 'levels', label: 'approvals.policies.levels', cell: ({ levels }) => levelsSaid(levels, translate) },
  {
    source: 'knownTo',
    label: 'approvals.policies.heldUntil',
    className: 'nowrap',
    cell: ({ knownTo }) => <InstantText at={knownTo} />,
  },
  { source: 'endedBy', label: 'approvals.policies.endedBy', cell: ({ endedBy }) => endedBy ?? NONE },
  { source: 'reason', label: 'approvals.reason', className: 'quiet', cell: ({ reason }) => reason ?? NONE },
];

/** On a phone: one labelled fact per line. */
export function PolicyRow({ row }: { row: Replaced }) {
  const translate = useTranslate();
  const [from, ...facts] = policyColumns(translate);
  return (
    <div className="phonerow policybefore">
      <div>{from?.cell(row)}</div>
      {facts.map(({ source, label, cell }) => (
        <span key={source}>
          <span className="caption">{translate(label)}</span>
          <span>{cell(row)}</span>
        </span>
      ))}
    </div>
  );
}
