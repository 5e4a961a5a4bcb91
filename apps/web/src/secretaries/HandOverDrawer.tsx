import { secretaryAssignments } from '@crm/api-contract/routes';
import type { AnswerOf, BodyAsked } from '@crm/api-contract/wire';
import { required, useTranslate } from 'ra-core';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { SecretaryInput } from './AssignDrawer.js';

export type Assignment = AnswerOf<typeof secretaryAssignments.list>['data'][number];

/** One step: the leaver's last day is the day before the successor's first. */
export function HandOverDrawer({
  assignment,
  today,
  onClose,
}: {
  assignment: Assignment;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(secretaryAssignments.handOver, {
    said: translate('secretaries.handedOver'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={translate('secretaries.handOverOf', { firm: assignment.enterpriseName })}
      onClose={onClose}
      defaultValues={{ toUserId: null, fromDay: today }}
      onSubmit={(body: BodyAsked<typeof secretaryAssignments.handOver>) =>
        submit({ params: { id: assignment.id }, body })
      }
    >
      <Note>{translate('secretaries.handOverNote')}</Note>
      <SecretaryInput source="toUserId" label={translate('secretaries.to')} />
      <DayInput source="fromDay" label={translate('secretaries.fromDay')} validate={required()} />
    </DrawerForm>
  );
}
