import type { BodyAsked } from '@crm/api-contract/wire';
import { followUps } from '@crm/api-contract/routes';
import type { LeadDetail } from '@crm/api-contract/leads';
import { addDays } from '@crm/domain/days';
import { followUpKinds } from '@crm/domain/leads';
import { SaveButton, SelectInput, TextInput } from 'react-admin';
import { ResourceContextProvider, required, useNotify, useRefresh, useTranslate } from 'ra-core';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { DayInput } from '../parts/fields/DayInput.js';
import { Card } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { EntryForm } from '../parts/forms/EntryForm.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { useDraft } from '../parts/unsaved/useDraft.js';
import { uuid } from '../providers/http.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { ask } from '../providers/ask.js';

/** What was discussed; the next step and its day become those of the lead. */
export function FollowUpForm({ lead }: { lead: LeadDetail }) {
  const [round, setRound] = useState(0);
  return <Fields key={round} lead={lead} onSaved={() => setRound(round + 1)} />;
}

function Fields({ lead, onSaved }: { lead: LeadDetail; onSaved: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const [today] = useState(() => dayOf(new Date()));
  const [key] = useState(uuid);
  const [saving, setSaving] = useState(false);
  const draft = useDraft(`follow-up ${lead.id}`);
  const save = async (values: FieldValues) => {
    setSaving(true);
    try {
      const typed = Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
      );
      const body = typed as BodyAsked<typeof followUps.create>;
      await ask(followUps.create, { params: { id: lead.id }, body, idempotencyKey: key });
      notify('leads.followUpSaved', { type: 'success' });
      draft.saved();
      refresh();
      onSaved();
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      setSaving(false);
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
  const kinds = followUpKinds.map((id) => ({ id, name: translate(`leads.kinds.${id}`) }));
  return (
    <Card title={translate('leads.followUp')}>
      <ResourceContextProvider value="follow-ups">
        <EntryForm
          onSubmit={save}
          draft={draft}
          neverKept={['met']}
          defaultValues={{ kind: 'call', onDay: today, nextOn: addDays(today, 3) }}
          frame={(fields) => <div className="stack">{fields}</div>}
          foot={null}
        >
          <div className="pair">
            <SelectInput source="kind" choices={kinds} translateChoice={false} validate={required()} />
            <DayInput source="onDay" validate={required()} />
          </div>
          <TextInput source="met" autoComplete="off" />
          <TextInput source="result" multiline minRows={2} validate={required()} />
          <div className="pair wide">
            <TextInput source="nextStep" validate={required()} autoComplete="off" />
            <DayInput source="nextOn" validate={required()} />
          </div>
          <div className="row">
            <SaveButton label={translate('leads.followUpSave')} alwaysEnable disabled={saving} />
            <span className="spacer" />
            <Kbd>Ctrl Enter</Kbd>
          </div>
        </EntryForm>
      </ResourceContextProvider>
    </Card>
  );
}
