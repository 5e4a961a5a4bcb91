import type { User } from '@crm/api-contract/access';
import { users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { WithSecret } from './SecretShown.js';

interface Props {
  user: User;
  onSecret: (made: WithSecret) => void;
  onClose: () => void;
}

/** What cuts a person off is asked about first, with what it does. */
export function PersonReset({ user, onSecret, onClose }: Props) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(users.resetPassword, {
    said: translate('people.resetDone'),
    onDone: (made) => {
      onClose();
      onSecret(made);
    },
  });
  return (
    <DialogForm
      title={translate('people.resetSaid', { name: user.name })}
      save={translate('people.reset')}
      error={error}
      onClose={onClose}
      onSubmit={() => submit({ params: { id: user.id } })}
    >
      <p>{translate('people.resetWhy')}</p>
    </DialogForm>
  );
}
