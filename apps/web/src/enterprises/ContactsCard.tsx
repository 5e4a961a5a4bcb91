import type { BodyAsked } from '@crm/api-contract/wire';
import type { FieldValues } from 'react-hook-form';
import { contacts } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Contact, EnterpriseDetail } from '@crm/api-contract/enterprises';
import { TextInput } from 'react-admin';
import { ResourceContextProvider, required, useGetList, useNotify, useRefresh, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { DialogForm } from '../parts/forms/DialogForm.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { ApiError, problemOf, sentenceOf } from '../providers/problem.js';
import { ask } from '../providers/ask.js';

/** The contacts of an enterprise. A whole number can be requested with a reason, which is kept. */
export function ContactsCard({ firm }: { firm: EnterpriseDetail }) {
  const enterpriseId = firm.id;
  const translate = useTranslate();
  const [adding, setAdding] = useState(false);
  const mayAdd = useMay()(contacts.create, firm);
  const { data = [] } = useGetList<Contact>('contacts', {
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'name', order: 'ASC' },
    filter: { enterpriseId },
  });
  const add = mayAdd && (
    <Button size="small" onClick={() => setAdding(true)}>
      {translate('enterprises.addContact')}
    </Button>
  );
  return (
    <Card title={translate('enterprises.contacts')} caption={data.length} actions={data.length > 0 && add} flush>
      {data.length === 0 ? (
        <EmptyState icon="phone" title={translate('enterprises.noContacts')} action={add} />
      ) : (
        <ul className="people">
          {data.map((contact) => (
            <Person key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
      {adding && <NewContact enterpriseId={enterpriseId} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Person({ contact }: { contact: Contact }) {
  const translate = useTranslate();
  const mayUnmask = useMay()(contacts.unmask);
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  return (
    <li>
      <div className="row">
        <b className="strong ellipsis">{contact.name}</b>
        <span className="caption ellipsis">{contact.title}</span>
        <span className="spacer" />
        <span className="nowrap">{phone ?? (contact.phone || '—')}</span>
        {contact.phoneMasked && !phone && <Icon name="lock" label={translate('leads.duplicates.outside')} />}
        {contact.phoneMasked && !phone && mayUnmask && (
          <Button size="small" onClick={() => setAsking(true)}>
            {translate('enterprises.unmask')}
          </Button>
        )}
      </div>
      {contact.note && <div className="quiet">{contact.note}</div>}
      {asking && <Unmask contact={contact} onClose={() => setAsking(false)} onShown={setPhone} />}
    </li>
  );
}

function Unmask({
  contact,
  onClose,
  onShown,
}: {
  contact: Contact;
  onClose: () => void;
  onShown: (phone: string) => void;
}) {
  const translate = useTranslate();
  const [error, setError] = useState<unknown>(null);
  const show = async ({ reason }: { reason: string }) => {
    setError(null);
    try {
      const shown = await ask(contacts.unmask, { params: { id: contact.id }, body: { reason } });
      onShown(shown.phone);
      onClose();
      return undefined;
    } catch (thrown) {
      setError(thrown);
      return thrown instanceof ApiError ? thrown.body.errors : undefined;
    }
  };
  return (
    <DialogForm
      title={translate('enterprises.unmaskTitle')}
      save={translate('enterprises.unmask')}
      icon={<></>}
      error={error}
      onClose={onClose}
      onSubmit={show}
    >
      <TextInput source="reason" label={translate('enterprises.unmaskWhy')} validate={required()} autoFocus />
    </DialogForm>
  );
}

function NewContact({ enterpriseId, onClose }: { enterpriseId: string; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const save = async (values: FieldValues) => {
    try {
      const typed = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
      await ask(contacts.create, { body: { enterpriseId, ...typed } as BodyAsked<typeof contacts.create> });
      notify('enterprises.saved', { type: 'success' });
      refresh();
      onClose();
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.errors.length > 0)
        return Object.fromEntries(
          problem.errors.map((one) => [
            one.pointer.slice(1),
            sentenceOf({ ...problem, code: one.code, facts: one.params ?? {} }, translate),
          ]),
        );
      notify(sentenceOf(problem, translate), { type: 'error' });
      return undefined;
    }
  };
  return (
    <ResourceContextProvider value="contacts">
      <DrawerForm title={translate('enterprises.addContact')} onClose={onClose} onSubmit={save}>
        <TextInput source="name" validate={required()} autoFocus autoComplete="off" />
        <div className="pair">
          <TextInput source="title" autoComplete="off" />
          <TextInput source="phone" type="tel" autoComplete="off" />
        </div>
        <TextInput source="note" multiline minRows={2} />
      </DrawerForm>
    </ResourceContextProvider>
  );
}
