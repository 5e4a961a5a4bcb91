import { decisions } from '@crm/api-contract/routes';
import type { MissedPromise } from '@crm/api-contract/decisions';
import { addDays } from '@crm/domain/days';
import { sum } from '@crm/domain/quantities';
import { required, useTranslate } from 'ra-core';
import { CheckboxGroupInput, RadioButtonGroupInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DayInput } from '../parts/fields/DayInput.js';
import { firmName } from '../portfolio/index.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { showWan } from '../parts/text/money.js';
import { amountBefore, unitAfter } from '../reference/quantities.js';
import { showPercent } from '../parts/text/numbers.js';
import { Note } from '../parts/marks/Note.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { consequenceInWords, heldBack } from './Outcomes.js';
import '../parts/layout/reading.css';
import './decisions.css';

interface Values {
  kind: 'enforce' | 'extend' | 'waive';
  clauseIds: string[];
  until: string;
  reason: string;
}

/** 处置: enforce clauses, extend to a day, or waive the year; another person approves it. */
export function DecideDrawer({
  missed,
  today,
  onClose,
}: {
  missed: MissedPromise;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(decisions.create, { said: translate('decisions.asked'), onDone: onClose });
  const applicable = missed.consequences.filter(({ applies, taken }) => applies && !taken);
  return (
    <DrawerForm
      error={error}
      title={translate('decisions.decideTitle', {
        year: missed.year,
        indicator: translate(`indicators.short.${missed.indicator}`),
      })}
      caption={`${firmName(missed)} ${missed.contractNumber}`}
      onClose={onClose}
      save={translate('decisions.ask')}
      defaultValues={{
        kind: applicable.length > 0 ? 'enforce' : 'extend',
        clauseIds: applicable.filter(({ kind }) => kind === 'pay-gap').map(({ clauseId }) => clauseId),
        until: addDays(today, 180),
        reason: '',
      }}
      onSubmit={(values: Record<string, unknown>) => {
        const { kind, clauseIds, until, reason } = values as unknown as Values;
        return submit({
          body: {
            commitmentId: missed.commitmentId,
            year: missed.year,
            kind,
            reason,
            ...(kind === 'enforce' ? { clauseIds } : {}),
            ...(kind === 'extend' ? { until } : {}),
          },
        });
      }}
    >
      <p className="missedsaid">
        <VerdictChip verdict={missed.verdict} />{' '}
        {missed.shortfall === null
          ? translate('decisions.reportFirst')
          : translate('decisions.missedSaid', {
              required: amountBefore(translate, missed.unit, missed.required, 2),
              actual: amountBefore(translate, missed.unit, missed.actual, 2),
              unit: unitAfter(translate, missed.unit),
              percent: showPercent(missed.attainmentPercent),
              shortfall: amountBefore(translate, missed.unit, missed.shortfall, 2),
            })}
      </p>
      <RadioButtonGroupInput
        source="kind"
        label={translate('decisions.kindLabel')}
        choices={(['enforce', 'extend', 'waive'] as const).map((id) => ({
          id,
          name: `decisions.kindSaid.${id}`,
          disabled: id === 'enforce' && applicable.length === 0,
        }))}
        validate={required()}
        row={false}
      />
      <OfKind missed={missed} />
      <TextInput source="reason" label={translate('decisions.reason')} validate={required()} multiline minRows={3} />
      <Note>{translate('decisions.approvalNote')}</Note>
    </DrawerForm>
  );
}

/** The clauses with their results and their total; for an extension its day. */
function OfKind({ missed }: { missed: MissedPromise }) {
  const translate = useTranslate();
  const kind = useWatch({ name: 'kind' }) as Values['kind'];
  const chosen = (useWatch({ name: 'clauseIds' }) as string[] | undefined) ?? [];
  if (kind === 'extend')
    return (
      <DayInput
        source="until"
        label={translate('decisions.untilLabel')}
        validate={required()}
        helperText={translate('decisions.untilHelp')}
      />
    );
  if (kind !== 'enforce') return null;
  const amounts = missed.consequences.flatMap(({ clauseId, amountWan }) =>
    chosen.includes(clauseId) && amountWan !== null ? [amountWan] : [],
  );
  return (
    <>
      <CheckboxGroupInput
        source="clauseIds"
        label={translate('decisions.clauses')}
        row={false}
        translateChoice={false}
        choices={missed.consequences.map((one) => {
          const held = heldBack(one, translate);
          return {
            id: one.clauseId,
            name:
              held === null
                ? consequenceInWords(one, translate)
                : translate('overview.withUnit', { name: consequenceInWords(one, translate), said: held }),
            disabled: held !== null,
          };
        })}
        validate={required()}
      />
      {amounts.length > 0 && (
        <p className="strong">
          {translate('decisions.comesTo', { wan: showWan(translate, sum(amounts).toFixed(), 2) })}
        </p>
      )}
    </>
  );
}
