import type { BodyAsked } from '@crm/api-contract/wire';
import { milestoneExtensions } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import type { DrawerProps } from '../contracts/index.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

/** 申请延期: to a later day, with a reason; another person grants it. The plan itself stays. */
export function ExtendDrawer({ contract, value: id, onClose }: DrawerProps) {
  const translate = useTranslate();
  const milestone = contract.milestones.find((one) => one.id === id);
  const { submit, error } = useVerbForm(milestoneExtensions.ask, {
    said: translate('progress.extend.asked'),
    onDone: onClose,
  });
  if (!milestone) return null;
  return (
    <DrawerForm
      error={error}
      title={translate('progress.extend.title', { stop: translate(`contracts.stop.${milestone.kind}`) })}
      caption={contract.number}
      onClose={onClose}
      save={translate('progress.extend.ask')}
      defaultValues={{ toDay: null, reason: '' }}
      onSubmit={({ toDay, reason }: BodyAsked<typeof milestoneExtensions.ask>) =>
        submit({ params: { id: milestone.id }, body: { toDay, reason } })
      }
    >
      <DayInput
        source="toDay"
        label={translate('progress.extend.toDay')}
        validate={required()}
        helperText={milestone.owedOn ? translate('progress.extend.owed', { day: milestone.owedOn }) : false}
      />
      <TextInput
        source="reason"
        label={translate('progress.extend.reason')}
        validate={required()}
        multiline
        minRows={3}
        helperText={false}
      />
      {milestone.extensions.map((one) => (
        <p key={one.id} className="caption">
          {translate('progress.extend.granted', { day: one.toDay, by: one.approvedBy ?? '', reason: one.reason })}
        </p>
      ))}
      <Note>{translate('progress.extend.note')}</Note>
    </DrawerForm>
  );
}
