import type { BodyAsked } from '@crm/api-contract/wire';
import { commitments } from '@crm/api-contract/routes';
import type { CommitmentInFull } from '@crm/api-contract/commitments';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { DrawerForm } from '../../parts/forms/DrawerForm.js';
import { Note } from '../../parts/marks/Note.js';
import { useVerbForm } from '../../verbs/useVerbForm.js';

/** 豁免: the year is not enforced; the decision and its reason are kept. */
export function WaiveDrawer({
  commitment,
  year,
  today,
  onClose,
}: {
  commitment: CommitmentInFull;
  year: string | null;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(commitments.waive, { said: translate('promises.waived'), onDone: onClose });
  const from = Number((commitment.signedOn ?? today).slice(0, 4));
  const years = Array.from(
    { length: Math.max(1, Number(today.slice(0, 4)) - from + 1) },
    (_unused, index) => Number(today.slice(0, 4)) - index,
  );
  return (
    <DrawerForm
      error={error}
      title={translate('promises.waiveTitle', { indicator: translate(`indicators.short.${commitment.indicator}`) })}
      caption={commitment.contractNumber}
      onClose={onClose}
      save={translate('promises.waive')}
      defaultValues={{ year: years.find((one) => String(one) === year) ?? years[1] ?? years[0], reason: '' }}
      onSubmit={(body: BodyAsked<typeof commitments.waive>) => submit({ params: { id: commitment.id }, body })}
    >
      <Note kind="warning">{translate('promises.waiveNote')}</Note>
      <SelectInput
        source="year"
        label={translate('promises.year')}
        choices={years.map((id) => ({ id, name: String(id) }))}
        translateChoice={false}
        validate={required()}
      />
      <TextInput
        source="reason"
        label={translate('promises.waiveReason')}
        validate={required()}
        multiline
        minRows={3}
      />
    </DrawerForm>
  );
}
