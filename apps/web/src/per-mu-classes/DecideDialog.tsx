import { evaluationRounds } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { Hint } from '../parts/marks/Hint.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { Round } from './useRounds.js';

interface Props {
  round: Round;
  onClose: () => void;
}

/** Closes a draft, or reopens a closed round, after a full explanation. */
export const DecideDialog = (props: Props) =>
  props.round.status === 'draft' ? <Close {...props} /> : <Reopen {...props} />;

function Close({ round, onClose }: Props) {
  const translate = useTranslate();
  const { id, version, year, scored, notScorable } = round;
  const { submit, error } = useVerbForm(evaluationRounds.close, { said: translate('classes.closed'), onDone: onClose });
  return (
    <DialogForm
      title={translate('classes.close')}
      save={translate('classes.close')}
      error={error}
      onClose={onClose}
      onSubmit={() => submit({ params: { id }, version, body: { notScorable } })}
    >
      <p>{translate('classes.closeWhat', { year, scored })}</p>
      {notScorable > 0 && (
        <Hint verdict="warning">{translate('classes.closeWithout', { smart_count: notScorable })}</Hint>
      )}
    </DialogForm>
  );
}

function Reopen({ round: { id, version, year, scored }, onClose }: Props) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(evaluationRounds.reopen, {
    said: translate('classes.opened'),
    onDone: onClose,
  });
  return (
    <DialogForm
      title={translate('classes.reopen')}
      save={translate('classes.reopen')}
      error={error}
      onClose={onClose}
      onSubmit={(body: { reason: string }) => submit({ params: { id }, version, body })}
    >
      <p>{translate('classes.reopenWhat', { year, scored })}</p>
      <TextInput source="reason" label={translate('classes.reopenReason')} validate={required()} autoFocus />
    </DialogForm>
  );
}
