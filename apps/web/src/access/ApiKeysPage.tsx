import type { AnswerOf, BodyAsked } from '@crm/api-contract/wire';
import { apiKeys } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { ApiKey } from '@crm/api-contract/access';
import { KEY_ROLES, KEY_SCOPES } from '@crm/api-contract/choices';
import { required, useNotify, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { DayInput } from '../parts/fields/DayInput.js';
import { copyText } from '../parts/text/copyText.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { NONE } from '../parts/text/numbers.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerb } from '../verbs/useVerb.js';
import { RevokeDialog } from './RevokeDialog.js';
import './apikeys.css';

type Made = AnswerOf<typeof apiKeys.create>;

/** 接口密钥: each key with its role, scope, creation and last use; a new key is shown once. */
export default function ApiKeysPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [made, setMade] = useState<Made | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const { data, error, refetch } = useAsk(apiKeys.list, { query: { perPage: 200 } });
  const add = (icon?: ReactNode) => (
    <Button variant="contained" startIcon={icon} onClick={() => setSearch({ new: '1' })}>
      {translate('access.keys.add')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={translate('access.keys.title')}
        caption={translate('access.keys.caption')}
        actions={add(<Icon name="plus" />)}
      />
      <Card flush label={translate('access.keys.title')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={4} />
        ) : data.data.length === 0 ? (
          <EmptyState
            icon="lock"
            title={translate('access.keys.none')}
            why={translate('access.keys.noneWhy')}
            action={add()}
          />
        ) : (
          <ScrollX label={translate('access.keys.title')}>
            <table className="plain">
              <thead>
                <tr>
                  {(['name', 'as', 'scope', 'expires', 'lastUsed', 'madeBy'] as const).map((head) => (
                    <th key={head} scope="col">
                      {translate(`access.keys.${head}`)}
                    </th>
                  ))}
                  <th />
                </tr>
              </thead>
              <tbody>
                {data.data.map((key) => (
                  <tr key={key.id} className={key.revokedAt === null ? undefined : 'past'}>
                    <th scope="row">
                      {key.name}
                      <div className="t-cap code">…{key.hint}</div>
                    </th>
                    <td>{translate(`access.role.${key.role}`)}</td>
                    <td>{translate(`access.keys.scopes.${key.scope}`)}</td>
                    <td>{key.expiresOn ?? translate('access.keys.never')}</td>
                    <td>{key.lastUsedAt ? <InstantText at={key.lastUsedAt} /> : NONE}</td>
                    <td className="t-2">
                      {key.createdBy ?? NONE}
                      <div className="t-cap">
                        <InstantText at={key.createdAt} />
                      </div>
                    </td>
                    <td>
                      {key.revokedAt === null ? (
                        <Button
                          color="error"
                          onClick={() => setRevoking(key)}
                          aria-label={translate('access.keys.revokeSaid', { name: key.name })}
                        >
                          {translate('access.keys.revoke')}
                        </Button>
                      ) : (
                        <Tag>{translate('access.keys.revoked')}</Tag>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </Card>
      {search.get('new') && !made && <MakeKey onMade={setMade} onClose={() => setSearch({})} />}
      {made && (
        <ShownOnce
          made={made}
          onClose={() => {
            setMade(null);
            setSearch({});
          }}
        />
      )}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function MakeKey({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const translate = useTranslate();
  const [refused, setRefused] = useState<unknown>(null);
  const make = useVerb(apiKeys.create, { said: translate('access.keys.made'), onDone: onMade, quiet: true });
  return (
    <DrawerForm
      title={translate('access.keys.add')}
      onClose={onClose}
      defaultValues={{ name: '', role: 'officer', scope: 'actuals', expiresOn: null }}
      onSubmit={async (values: BodyAsked<typeof apiKeys.create>) => {
        setRefused(null);
        await make.mutateAsync({ body: { ...values, expiresOn: values.expiresOn || null } }).catch(setRefused);
      }}
    >
      {refused !== null && <ErrorSentence error={refused} />}
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
function ShownOnce({ made, onClose }: { made: Made; onClose: () => void }) {
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
      <Note kind="w">{translate('access.keys.once')}</Note>
      <p className="code apikey">{made.key}</p>
      <h3>{translate('access.keys.how')}</h3>
      <pre className="apikey">{`curl -H "Authorization: Bearer ${made.key.slice(0, 9)}…" ${location.origin}/api/v1/actuals`}</pre>
    </SideDrawer>
  );
}
