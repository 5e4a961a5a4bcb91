import type { PLACE_LEVELS } from '@crm/api-contract/standards';
import { indicators } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { BooleanInput, DateInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useVerbForm } from '../contracts/page/useVerbForm.js';
import { useReference } from '../contracts/question/usePortfolio.js';
import { PerMuInput } from '../parts/AmountInput.js';
import { DrawerForm } from '../parts/DrawerForm.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { Note } from '../parts/Small.js';

/** From the widest to the narrowest; the narrowest goes first when a standard is looked up. */
const levels = ['zone', 'region', 'park-class', 'park'] as const satisfies readonly (typeof PLACE_LEVELS)[number][];

interface Version {
  indicator: string;
  placeLevel: (typeof PLACE_LEVELS)[number];
  parkId: string | null;
  placeKey: string | null;
  industryId: string | null;
  notSet: boolean;
  perMuWan: string | null;
  validFrom: string;
  validTo: string | null;
  documentNo: string;
  source: string | null;
}

/** A version is added, never changed: 不设 is a value of its own. */
export function AddStandard({ today, onClose }: { today: string; onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm({ said: translate('standards.added'), onDone: onClose });
  return (
    <DrawerForm
      title={translate('standards.add')}
      onClose={onClose}
      defaultValues={{ indicator: 'investment', placeLevel: 'zone', parkId: null, placeKey: null, industryId: null, notSet: false, perMuWan: null, validFrom: today, validTo: null, documentNo: '', source: '' }}
      onSubmit={(values: Record<string, unknown>) => {
        const { parkId, placeKey, notSet, perMuWan, validTo, industryId, source, ...rest } = values as unknown as Version;
        const key = rest.placeLevel === 'zone' ? null : rest.placeLevel === 'park' ? parkId : placeKey;
        return submit({
          path: '/provincial-standards',
          body: { ...rest, ...(key ? { placeKey: key } : {}), ...(industryId ? { industryId } : {}), ...(validTo ? { validTo } : {}), ...(source ? { source } : {}), perMuWan: notSet ? null : perMuWan },
        });
      }}
    >
      {error !== null && <ErrorSentence error={error} />}
      <Note>{translate('standards.note')}</Note>
      <SelectInput source="indicator" label={translate('standards.indicator')} choices={indicators.map((id) => ({ id, name: `performance.indicator.${id}` }))} validate={required()} />
      <Value />
      <Place />
      <DateInput source="validFrom" label={translate('standards.validFrom')} validate={required()} />
      <DateInput source="validTo" label={translate('standards.validTo')} helperText={translate('standards.validToHint')} />
      <TextInput source="documentNo" label={translate('standards.documentNo')} validate={required()} />
      <TextInput source="source" label={translate('standards.source')} multiline minRows={2} />
    </DrawerForm>
  );
}

function Value() {
  const translate = useTranslate();
  const notSet = useWatch({ name: 'notSet' }) as boolean;
  return (
    <>
      <BooleanInput source="notSet" label={translate('standards.notSet')} helperText={false} />
      {!notSet && <PerMuInput source="perMuWan" label={translate('standards.value')} validate={required()} />}
    </>
  );
}

function Place() {
  const translate = useTranslate();
  const { parks, industries } = useReference();
  const level = useWatch({ name: 'placeLevel' }) as Version['placeLevel'];
  return (
    <>
      <SelectInput source="placeLevel" label={translate('standards.place')} choices={levels.map((id) => ({ id, name: `standards.level.${id}` }))} validate={required()} />
      {level === 'park' && <SelectInput source="parkId" label={translate('standards.level.park')} choices={[...parks]} optionText="name" translateChoice={false} validate={required()} />}
      {(level === 'park-class' || level === 'region') && <TextInput source="placeKey" label={translate(`standards.level.${level}`)} validate={required()} />}
      <SelectInput source="industryId" label={translate('standards.industry')} choices={[...industries]} optionText="name" translateChoice={false} emptyText={translate('standards.anyIndustry')} />
    </>
  );
}
