import { supplements } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import type { Supplement } from '@crm/api-contract/supplements';
import { supplementNumber } from '@crm/domain/contracts';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import '../parts/layout/reading.css';
import { DayInput } from '../parts/fields/DayInput.js';
import type { DrawerProps } from '../contracts/index.js';
import { useClausesOf } from '../decisions/index.js';
import { newClause } from '../reference/clauseForm.js';
import { ExactInput, MoneyInput } from '../parts/fields/AmountInput.js';
import type { Side } from '../verbs/conflict.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { Segmented } from '../parts/fields/Segmented.js';
import { useDraft } from '../parts/unsaved/useDraft.js';
import { ConflictError } from '../providers/problem.js';
import { ask } from '../providers/ask.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { ChangesPreview } from './ChangesPreview.js';
import { ClauseChanges } from './ClauseChanges.js';
import { LandFields } from './LandFields.js';
import { PromiseChange } from './PromiseChange.js';
import { formOf, landAfter, supplementBody, type Amended, type SupplementForm } from './supplementBody.js';
import { newSince, rebased } from './supplementClash.js';
import { SupplementConflict } from './SupplementConflict.js';
import { formErrorsOf } from './supplementErrors.js';
import './supplements.css';

type Values = SupplementForm & { number: string; signedOn: string; reason: string };

/** 补充协议、增资: changes beside the current values, with the results shown while typing; it needs approval. */
export function SupplementDrawer({ contract, onClose, ...props }: DrawerProps) {
  const translate = useTranslate();
  const { data, error, refetch } = useClausesOf(contract.id);
  if (error)
    return (
      <SideDrawer title={translate('supplements.create')} caption={contract.number} onClose={onClose}>
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      </SideDrawer>
    );
  return data ? <Amending {...props} contract={{ ...contract, clauses: data }} onClose={onClose} /> : null;
}

/** `value`: the drawer was opened to reword this clause; `clause`: to add a new one. */
function begunWith(contract: Amended, value: string): SupplementForm {
  const form = formOf(contract);
  const clause = form.clauses[value];
  if (clause) return { ...form, clauses: { ...form.clauses, [value]: { ...clause, fate: 'change' } } };
  return value === 'clause'
    ? { ...form, addedClauses: [newClause(contract.commitments.map(({ indicator }) => indicator))] }
    : form;
}

function Amending({ contract, value, today, onClose }: Omit<DrawerProps, 'contract'> & { contract: Amended }) {
  const translate = useTranslate();
  const { refetch } = useClausesOf(contract.id);
  const draft = useDraft(`supplement ${contract.id}`, contract.version);
  const { submit, error } = useVerbForm(supplements.create, {
    said: translate('supplements.asked'),
    onDone: () => (draft.saved(), onClose()),
  });
  // As it was opened: saving reports a colleague's change instead of overwriting it.
  const [opened, setOpened] = useState(contract);
  const [clash, setClash] = useState<{ theirs: Supplement[]; current: Amended } | null>(null);
  const waits = contract.supplements.find(({ status }) => status === 'in-review');

  const aboutClauses = value === 'clause' || contract.clauses.some(({ id }) => id === value);

  async function save(on: Amended, values: Values): Promise<Record<string, unknown> | undefined> {
    const body = supplementBody(on, values);
    const errors = await submit(
      {
        params: { id: on.id },
        version: on.version,
        body: {
          ...body,
          ...(values.number ? { number: values.number } : {}),
          signedOn: values.signedOn,
          reason: values.reason,
        },
      },
      async (thrown) => {
        if (!(thrown instanceof ConflictError)) return;
        const [{ data }, clauses] = await Promise.all([ask(supplements.list, { params: { id: on.id } }), refetch()]);
        setClash({
          theirs: newSince(on, data),
          current: { ...(thrown.current as unknown as Contract), clauses: clauses.data ?? on.clauses },
        });
      },
    );
    return errors && formErrorsOf(body, errors);
  }

  return (
    <DrawerForm
      title={translate('supplements.create')}
      caption={contract.number}
      onClose={onClose}
      save={translate('supplements.ask')}
      defaultValues={{ ...begunWith(opened, value), number: '', signedOn: today, reason: '' }}
      draft={draft}
      onSubmit={(values: Values) => save(opened, values)}
    >
      {error !== null && !(error instanceof ConflictError) && <ErrorSentence error={error} />}
      {waits && !clash && <Note kind="warning">{translate('errors.supplement.open')}</Note>}
      {clash && (
        <Clash
          opened={opened}
          {...clash}
          onBack={() => setClash(null)}
          onSaved={(current, values) => {
            setClash(null);
            setOpened(current);
            void save(current, values);
          }}
        />
      )}
      <MoneyInput
        source="increase"
        label={translate('supplements.increase')}
        hint={translate('supplements.increaseHint')}
        autoFocus={!aboutClauses}
      />
      <LandFields parcels={opened.parcels} />
      <Promises contract={opened} />
      {opened.commitments.length > 0 && <ClauseChanges contract={opened} begun={aboutClauses} />}
      <fieldset className="landfields">
        <legend>{translate('supplements.dates')}</legend>
        <div className="pair">
          <ExactInput
            source="fullProductionYear"
            label={translate('supplements.fact.fullProductionYear')}
            unit="supplements.year"
          />
          <DayInput source="fullProductionOn" label={translate('supplements.fact.fullProductionOn')} />
        </div>
        <div className="pair">
          <DayInput source="termFrom" label={translate('supplements.fact.termFrom')} />
          <DayInput source="termTo" label={translate('supplements.fact.termTo')} />
        </div>
      </fieldset>
      <Previewed contract={opened} />
      <div className="pair">
        <TextInput
          source="number"
          label={translate('supplements.number')}
          helperText={translate('supplements.numberHint', {
            number: supplementNumber(opened.number, opened.supplements.length + 1),
          })}
        />
        <DayInput source="signedOn" label={translate('supplements.signedOn')} validate={required()} />
      </div>
      <TextInput source="reason" label={translate('promises.reason')} validate={required()} multiline minRows={2} />
    </DrawerForm>
  );
}

function Previewed({ contract }: { contract: Amended }) {
  const translate = useTranslate();
  return (
    <ChangesPreview
      route={supplements.preview}
      contract={contract}
      body={supplementBody(contract, useWatch() as SupplementForm)}
      title={translate('supplements.preview')}
      why={translate('supplements.previewWhy')}
    />
  );
}

/** One indicator at a time; values typed for another one stay. */
function Promises({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const [shown, setShown] = useState(contract.commitments[0]?.indicator);
  const [plots, added] = useWatch({ name: ['plots', 'added'] }) as [SupplementForm['plots'], SupplementForm['added']];
  const promise = contract.commitments.find(({ indicator }) => indicator === shown);
  if (!promise || !shown) return null;
  return (
    <fieldset className="landfields">
      <legend>{translate('supplements.promises')}</legend>
      {contract.commitments.length > 1 && (
        <Segmented
          value={shown}
          label={translate('promises.indicator')}
          onChange={setShown}
          choices={contract.commitments.map(({ indicator }) => ({
            value: indicator,
            label: translate(`indicators.short.${indicator}`),
          }))}
        />
      )}
      <PromiseChange key={shown} promise={promise} areaMu={landAfter(contract, { plots, added })} />
    </fieldset>
  );
}

interface ClashProps {
  opened: Amended;
  theirs: Supplement[];
  current: Amended;
  onBack: () => void;
  onSaved: (current: Amended, values: Values) => void;
}

function Clash({ opened, theirs, current, onBack, onSaved }: ClashProps) {
  const { getValues, reset } = useFormContext<Values>();
  const saveWith = (choice: Record<string, Side>) => {
    const values = { ...getValues(), ...rebased(opened, getValues(), current, choice) };
    reset(values, { keepDefaultValues: true });
    onSaved(current, values);
  };
  return <SupplementConflict opened={opened} form={getValues()} theirs={theirs} onSave={saveWith} onBack={onBack} />;
}
