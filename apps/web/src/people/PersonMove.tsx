import type { User } from '@crm/api-contract/access';
import { users } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import type { WithSecret } from './SecretShown.js';

export type MoveName = 'reset' | 'disable';

interface Props {
  user: User;
  move: MoveName;
  onSecret: (made: WithSecret) => void;
  onClose: () => void;
}

/** What cuts a person off is asked about first, with what it does. */
export function PersonMove({ user, move, onSecret, onClose }: Props) {
  const translate = useTranslate();
  const reset = useVerbForm(users.resetPassword, {
    said: translate('people.resetDone'),
    onDone: (made) => {
      onClose();
      onSecret(made);
    },
  });
  const disable = useVerbForm(users.disable, { said: translate('people.disabled'), onDone: onClose });
  const { submit, error } = move === 'reset' ? reset : disable;
  return (
    <DialogForm
      title={translate(`people.${move}Said`, { name: user.name })}
      save={translate(`people.${move}`)}
      error={error}
      onClose={onClose}
      onSubmit={() => submit({ params: { id: user.id } })}
    >
      <p>{translate(`people.${move}Why`)}</p>
    </DialogForm>
  );
}
