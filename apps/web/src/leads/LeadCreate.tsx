import Button from '@mui/material/Button';
import type { Lead } from '@crm/api-contract/leads';
import { addDays } from '@crm/domain/days';
import { TextInput } from 'react-admin';
import { CreateBase, required, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import { useState } from 'react';
import { dayOf } from '../parts/text/days.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { Note } from '../parts/marks/Note.js';
import { useDraft } from '../parts/unsaved/useDraft.js';
import { uuid } from '../providers/http.js';
import { problemOf, sentenceOf, type FieldProblem, type Problem } from '../providers/problem.js';
import { DuplicateHint } from './DuplicateHint.js';
import { FurtherLeadInputs, NeededLeadInputs } from './LeadInputs.js';
import { QUESTIONS, WhichFirm } from './WhichFirm.js';

/** Most next steps are for the next day; on a Friday the person changes it to Monday. */
const tomorrow = (): string => addDays(dayOf(new Date()), 1);

/** A draft never holds another person's name or number. */
const CONTACT = ['contactName', 'contactPhone'] as const;

/** Empty form values are not sent: for the wire a field has a value or is missing. */
const given = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== ''));

/** A lead in under a minute: five fields, the rest is folded. */
export default function LeadCreate({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [idempotencyKey] = useState(uuid);
  const draft = useDraft('lead');
  const [reported, setReported] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<FieldProblem | null>(null);
  const onSuccess = (lead: RaRecord) => {
    notify('leads.created', { type: 'success', messageArgs: { name: (lead as unknown as Lead).enterpriseName } });
    draft.saved();
    refresh();
    onClose();
  };
  const onError = (error: unknown) => {
    const problem = problemOf(error);
    setAsked(problem.errors.find(({ code }) => QUESTIONS.includes(code)) ?? null);
    if (problem.code === 'lead.first-reported') setReported(problem);
    else if (problem.errors.length === 0) notify(sentenceOf(problem, translate), { type: 'error' });
  };
  return (
    <CreateBase resource="leads" transform={given} mutationOptions={{ onSuccess, onError, meta: { idempotencyKey } }}>
      <DrawerForm
        title={translate('leads.new')}
        caption={translate('leads.required', { smart_count: 5 })}
        onClose={onClose}
        defaultValues={{ nextOn: tomorrow() }}
        draft={draft}
        neverKept={CONTACT}
        {...(reported ? { save: translate('leads.overrideSave') } : {})}
      >
        {reported && (
          <Note kind="warning">
            {sentenceOf(reported, translate)}
            <TextInput source="overrideReason" label="leads.override" validate={required()} sx={{ mt: 2 }} />
          </Note>
        )}
        <TextInput source="enterpriseName" validate={required()} autoFocus autoComplete="off" />
        {asked && <WhichFirm asked={asked} onAnswered={() => setAsked(null)} />}
        <DuplicateHint />
        <NeededLeadInputs />
        <More />
      </DrawerForm>
    </CreateBase>
  );
}

function More() {
  const translate = useTranslate();
  const [more, setMore] = useState(false);
  return (
    <>
      <Button variant="text" onClick={() => setMore(!more)} aria-expanded={more} sx={{ justifySelf: 'start' }}>
        {translate(more ? 'leads.less' : 'leads.more')}
      </Button>
      {more && (
        <>
          <TextInput source="creditCode" autoComplete="off" />
          <div className="pair">
            <TextInput source="contactName" autoComplete="off" />
            <TextInput source="contactPhone" type="tel" autoComplete="off" />
          </div>
          <FurtherLeadInputs />
        </>
      )}
    </>
  );
}
