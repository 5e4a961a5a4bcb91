import { approvals } from '@crm/api-contract/routes';
import type { AskedRoute, BodyAsked } from '@crm/api-contract/wire';
import type { ApprovalInFull } from '@crm/api-contract/approvals';
import { required, useGetIdentity, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { CancelButton } from '../parts/forms/CancelButton.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { Decision } from './decision.js';
import { useSigners } from './useApprovals.js';

/** The decision on a case: its effect is shown first; a return needs a reason. */
const routes = {
  approve: approvals.approve,
  return: approvals.return,
  'add-signer': approvals.addSigner,
  revoke: approvals.revoke,
} satisfies Record<Decision, AskedRoute>;

/** Empty fields are not sent. */
const typed = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null)) as BodyAsked<
    typeof approvals.return
  >;

export function DecideForm({
  approval,
  decision,
  onBack,
  onDone,
}: {
  approval: ApprovalInFull;
  decision: Decision;
  onBack: () => void;
  onDone: () => void;
}) {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const { submit, error } = useVerbForm(routes[decision], { said: translate(`approvals.said.${decision}`), onDone });
  const signers = useSigners(decision === 'add-signer').data ?? [];
  const field = decision === 'approve' ? 'note' : 'reason';
  const must = decision === 'return' || decision === 'add-signer';
  return (
    <DrawerForm
      error={error}
      title={translate(`approvals.act.${decision}`)}
      caption={[translate(`approvals.kind.${approval.kind}`), approval.projectName].filter(Boolean).join(' · ')}
      onClose={onBack}
      save={translate(`approvals.act.${decision}`)}
      defaultValues={{ [field]: '', ...(decision === 'add-signer' ? { userId: null } : {}) }}
      onSubmit={(values: object) =>
        submit({
          params: { id: approval.id },
          version: approval.version,
          body: typed(values),
        })
      }
      more={<CancelButton />}
    >
      <Note>{translate(`approvals.follows.${decision}`)}</Note>
      {decision === 'add-signer' && (
        <SelectInput
          source="userId"
          label={translate('approvals.signer')}
          choices={signers
            .filter(({ id }) => id !== identity?.id && id !== approval.requestedBy.id)
            .map(({ id, name, departmentName }) => ({ id, name: [name, departmentName].filter(Boolean).join('，') }))}
          translateChoice={false}
          validate={required()}
        />
      )}
      <TextInput
        source={field}
        label={translate(must ? 'approvals.reason' : 'approvals.note')}
        multiline
        minRows={3}
        autoFocus={decision !== 'add-signer'}
        {...(must ? { validate: required() } : {})}
      />
    </DrawerForm>
  );
}
