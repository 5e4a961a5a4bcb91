import type { AnswerOf, BodyAsked } from '@crm/api-contract/wire';
import { KEY_ROLES, KEY_SCOPES } from '@crm/api-contract/choices';
import { apiKeys } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { required, useNotify, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { copyText } from '../parts/text/copyText.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import './apikeys.css';

export type Made = AnswerOf<typeof apiKeys.create>;

export function ApiKeyCreate({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(apiKeys.create, { said: translate('access.keys.made'), onDone: onMade });
  return (
    <DrawerForm
      error={error}
      title={translate('access.keys.add')}
      onClose={onClose}
      defaultValues={{ name: '', role: 'officer', scope: 'actuals', expiresOn: null }}
      onSubmit={(values: BodyAsked<typeof apiKeys.create>) =>
        submit({ body: { ...values, expiresOn: values.expiresOn || null } })
      }
    >
      <TextInput
        source="name"
        label={translate('access.keys.name')}
        validate={required()}
        helperText={translate('access.keys.nameHelp')}
        autoFocus
      />
      <SelectInput
        source="role"
        label={translate('access.keys.as')}
        choices={KEY_ROLES.map((id) => ({ id, name: `access.role.${id}` }))}
        validate={required()}
      />
      <SelectInput
        source="scope"
        label={translate('access.keys.scope')}
        choices={KEY_SCOPES.map((id) => ({ id, name: `access.keys.scopes.${id}` }))}
        validate={required()}
      />
      <DayInput
        source="expiresOn"
        label={translate('access.keys.expires')}
        helperText={translate('access.keys.expiresHelp')}
      />
      <Note>{translate('access.keys.note')}</Note>
    </DrawerForm>
  );
}

/** The only moment at which the key can be read. */
export function ShownOnce({ made, onClose }: { made: Made; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  return (
    <SideDrawer
      title={made.name}
      onClose={onClose}
      foot={
        <Button
          variant="contained"
          onClick={() =>
            void copyText(made.key).then((copied) =>
              notify(translate(copied ? 'access.keys.copied' : 'access.keys.notCopied')),
            )
          }
        >
          {translate('access.keys.copy')}
        </Button>
      }
    >
      <Note kind="warning">{translate('access.keys.once')}</Note>
      <p className="code apikey">{made.key}</p>
      <h3>{translate('access.keys.how')}</h3>
      <pre className="apikey">{`curl -H "Authorization: Bearer ${made.key.slice(0, 9)}…" ${location.origin}/api/v1/actuals`}</pre>
    </SideDrawer>
  );
}
