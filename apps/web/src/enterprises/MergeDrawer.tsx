import type { EnterpriseDetail } from '@crm/api-contract/enterprises';
import { enterpriseMerges } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { AutocompleteInput, RadioButtonGroupInput, ReferenceInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { MergePreviewed } from './MergePreviewed.js';

type Staying = 'this' | 'other';

interface Values {
  otherId: string;
  staying: Staying;
  reason: string;
}

interface MergeDrawerProps {
  firm: EnterpriseDetail;
  /** The other record, if a list has named it. */
  otherId: string | null;
  onMerged: (winnerId: string) => void;
  onClose: () => void;
}

const pairOf = (firm: { id: string }, otherId: string, staying: Staying) =>
  staying === 'this' ? { winnerId: firm.id, loserId: otherId } : { winnerId: otherId, loserId: firm.id };

/** Two records of one firm side by side: which one stays, what moves, and why they are one. */
export function MergeDrawer({ firm, otherId, onMerged, onClose }: MergeDrawerProps) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(enterpriseMerges.create, {
    said: translate('enterprises.merge.done'),
    onDone: ({ winnerId }) => onMerged(winnerId),
  });
  return (
    <DrawerForm<Values>
      title={translate('enterprises.merge.title')}
      caption={firm.name}
      save={translate('enterprises.merge.save')}
      error={error}
      onClose={onClose}
      defaultValues={{ otherId: otherId ?? '', staying: 'this', reason: '' }}
      onSubmit={({ otherId: other, staying, reason }) => submit({ body: { ...pairOf(firm, other, staying), reason } })}
    >
      <ReferenceInput source="otherId" reference="enterprises" perPage={10} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput
          optionText={nameAndCode}
          label={translate('enterprises.merge.other')}
          filterToQuery={(q: string) => (q.trim() === '' ? {} : { q: q.trim() })}
          getOptionDisabled={(option: { id: string }) => option.id === firm.id}
          validate={required()}
        />
      </ReferenceInput>
      <RadioButtonGroupInput
        source="staying"
        label={translate('enterprises.merge.staying')}
        choices={(['this', 'other'] as const).map((id) => ({ id, name: `enterprises.merge.stays.${id}` }))}
        validate={required()}
      />
      <Preview firm={firm} />
      <TextInput
        source="reason"
        label={translate('enterprises.merge.reason')}
        validate={required()}
        multiline
        autoComplete="off"
      />
    </DrawerForm>
  );
}

const nameAndCode = (firm?: { name?: string; creditCode?: string | null }): string =>
  [firm?.name, firm?.creditCode].filter(Boolean).join(' · ');

function Preview({ firm }: { firm: EnterpriseDetail }) {
  const [otherId, staying] = useWatch({ name: ['otherId', 'staying'] }) as [string | null, Staying];
  return otherId ? <MergePreviewed {...pairOf(firm, otherId, staying)} /> : null;
}
