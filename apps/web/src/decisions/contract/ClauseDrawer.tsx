import Button from '@mui/material/Button';
import type { ConsequenceClause } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { consequenceKinds } from '@crm/domain/decisions';
import { required, useTranslate } from 'ra-core';
import { CheckboxGroupInput, NumberInput, SelectInput, TextInput } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { DrawerProps } from '../../contracts/page/panel.js';
import { useVerbForm } from '../../contracts/page/useVerbForm.js';
import { DrawerForm } from '../../parts/DrawerForm.js';
import { ErrorSentence } from '../../parts/ErrorSentence.js';
import { useClausesOf } from '../useDecisions.js';

interface Values {
  kind: ConsequenceClause['kind'];
  indicators: string[];
  from: string;
  cureDays: number | null;
  percent: string | number | null;
  text: string;
  reason: string;
}

export function Clause({ contract, value, onClose }: DrawerProps) {
  const clause = useClausesOf(contract.id).data?.find(({ id }) => id === value);
  if (value !== 'new' && !clause) return null;
  return <ClauseDrawer contract={contract} clause={clause ?? null} onClose={onClose} />;
}

/** Writes a clause, or its next wording; of a signed contract with a reason. */
function ClauseDrawer({ contract, clause, onClose }: { contract: Contract; clause: ConsequenceClause | null; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm({ said: translate('decisions.clauseSaved'), onDone: onClose });
  const signed = contract.status !== 'draft';
  const indicators = contract.commitments.map(({ indicator }) => indicator);
  return (
    <DrawerForm
      title={translate(clause ? 'decisions.changeClause' : 'decisions.addClause')}
      caption={contract.number}
      onClose={onClose}
      more={clause && <EndClause onEnd={(reason) => submit({ path: `/consequence-clauses/${clause.id}/end`, version: clause.version, body: { reason } })} />}
      defaultValues={clause ? { ...clause, reason: '' } : { kind: 'pay-gap', indicators, from: 'breach', cureDays: 90, percent: '100', text: '', reason: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { kind, cureDays, percent, reason, indicators: chosen, from, text } = values as unknown as Values;
        const body = { indicators: chosen, from, text, cureDays: kind === 'cure-period' ? cureDays : null, percent: kind === 'pay-gap' && percent !== null ? String(percent) : null, ...(reason ? { reason } : {}) };
        return clause ? submit({ path: `/consequence-clauses/${clause.id}/amend`, version: clause.version, body }) : submit({ path: '/consequence-clauses', body: { contractId: contract.id, kind, ...body } });
      }}
    >
      {error !== null && <ErrorSentence error={error} />}
      <SelectInput source="kind" label={translate('decisions.clauseKind')} choices={consequenceKinds.map((id) => ({ id, name: `decisions.clause.${id}` }))} validate={required()} readOnly={clause !== null} />
      <Measure />
      <CheckboxGroupInput source="indicators" label={translate('decisions.about')} choices={indicators.map((id) => ({ id, name: `performance.indicator.${id}` }))} validate={required()} />
      <SelectInput source="from" label={translate('decisions.fromLabel')} choices={(['breach', 'warning'] as const).map((id) => ({ id, name: `decisions.from.${id}` }))} validate={required()} />
      <TextInput source="text" label={translate('decisions.text')} validate={required()} multiline minRows={3} />
      {signed && <TextInput source="reason" label={translate('decisions.changeReason')} validate={required()} multiline minRows={2} />}
    </DrawerForm>
  );
}

/** What the kind needs, and nothing else. */
function Measure() {
  const translate = useTranslate();
  const kind = useWatch({ name: 'kind' }) as Values['kind'];
  if (kind === 'cure-period') return <NumberInput source="cureDays" label={translate('decisions.cureDays')} min={1} max={3650} validate={required()} />;
  if (kind === 'pay-gap') return <TextInput source="percent" label={translate('decisions.payPercent')} validate={required()} />;
  return null;
}

/** Ends the clause with the reason that stands in the form. */
function EndClause({ onEnd }: { onEnd: (reason: string) => Promise<unknown> }) {
  const translate = useTranslate();
  const { getValues, setError } = useFormContext();
  return (
    <Button
      color="error"
      onClick={() => {
        const reason = String(getValues('reason') ?? '').trim();
        if (reason === '') setError('reason', { message: translate('ra.validation.required') });
        else void onEnd(reason);
      }}
    >
      {translate('decisions.endClause')}
    </Button>
  );
}
