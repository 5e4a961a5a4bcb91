import { approvalPolicies } from '@crm/api-contract/routes';
import { approvalKinds, type ApprovalKind } from '@crm/domain/approvals';
import { useTranslate } from 'ra-core';
import { useSearchParams } from 'react-router';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { CountTabs } from '../../parts/layout/CountTabs.js';
import { SkeletonTable } from '../../parts/layout/Waiting.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { useSigners } from '../useApprovals.js';
import { useAsk } from '../../providers/useAsk.js';
import { policyColumns, PolicyRow, type Replaced } from './policyColumns.js';
import { PolicyEditor } from './PolicyEditor.js';
import './policies.css';

/** 审批权限: which cases need which levels, by kind; earlier rows below, with who changed them and why. */
export default function PoliciesPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const kind: ApprovalKind = approvalKinds.find((one) => one === search.get('kind')) ?? 'contract-signing';
  const signers = useSigners(true).data;
  const { data, error, refetch } = useAsk(approvalPolicies.list, {});
  const own = data?.data.filter((one) => one.kind === kind) ?? [];
  const history = data?.history.filter((one) => one.kind === kind) ?? [];
  return (
    <>
      <PageHead title={translate('approvals.policies.title')} caption={translate('approvals.policies.caption')} />
      <CountTabs
        value={kind}
        label={translate('approvals.policies.kinds')}
        onChange={(next) => setSearch({ kind: next })}
        tabs={approvalKinds.map((one) => ({ value: one, label: translate(`approvals.kind.${one}`) }))}
      />
      <div className="stack">
        {error && !data ? (
          <Card>
            <ErrorSentence error={error} onRetry={() => void refetch()} />
          </Card>
        ) : !data || !signers ? (
          <Card flush>
            <SkeletonTable rows={4} />
          </Card>
        ) : (
          <PolicyEditor key={kind} kind={kind} policies={own} version={data.versions[kind]} signers={signers} />
        )}
        {history.length > 0 && (
          <Card flush title={translate('approvals.policies.before')}>
            <RowsTable<Replaced>
              name="approval-policies-before"
              label={translate('approvals.policies.before')}
              rows={history}
              columns={policyColumns(translate)}
              phoneRow={(row) => <PolicyRow row={row} />}
            />
          </Card>
        )}
      </div>
    </>
  );
}
