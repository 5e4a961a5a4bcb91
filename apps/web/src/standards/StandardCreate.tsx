import { provincialStandardPreviews } from '@crm/api-contract/routes';
import type { PLACE_LEVELS } from '@crm/api-contract/standards';
import { indicators, type Indicator } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { BooleanInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DayInput } from '../parts/fields/DayInput.js';
import { usePlaces } from '../reference/places.js';
import { PerMuInput } from '../parts/fields/AmountInput.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { showWan } from '../parts/text/money.js';
import { Note } from '../parts/marks/Note.js';
import { CreateDrawer } from '../verbs/CreateDrawer.js';
import { usePreview } from '../verbs/usePreview.js';
import { TouchedDrafts } from './TouchedDrafts.js';

/** From the widest to the narrowest; the narrowest applies. */
const levels = ['zone', 'region', 'park-class', 'park'] as const satisfies readonly (typeof PLACE_LEVELS)[number][];

interface Version {
  indicator: Indicator;
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
  closePrevious: boolean;
}

const bodyOf = ({ parkId, placeKey, notSet, perMuWan, validTo, industryId, source, ...rest }: Version) => {
  const key = rest.placeLevel === 'zone' ? null : rest.placeLevel === 'park' ? parkId : placeKey;
  return {
    ...rest,
    ...(key ? { placeKey: key } : {}),
    ...(industryId ? { industryId } : {}),
    ...(validTo ? { validTo } : {}),
    ...(source ? { source } : {}),
    perMuWan: notSet ? null : perMuWan,
  };
};

/** A version is added, never changed; 不设 is a value of its own. */
export function StandardCreate({ today, onClose }: { today: string; onClose: () => void }) {
  const translate = useTranslate();
  return (
    <CreateDrawer<Version>
      resource="standards"
      title={translate('standards.add')}
      said="standards.added"
      onClose={onClose}
      bodyOf={bodyOf}
      defaultValues={{
        indicator: 'investment',
        placeLevel: 'zone',
        parkId: null,
        placeKey: null,
        industryId: null,
        notSet: false,
        perMuWan: null,
        validFrom: today,
        validTo: null,
        documentNo: '',
        source: '',
        closePrevious: false,
      }}
    >
      <Note>{translate('standards.note')}</Note>
      <SelectInput
        source="indicator"
        label={translate('standards.indicator')}
        choices={indicators.map((id) => ({ id, name: `indicators.name.${id}` }))}
        validate={required()}
      />
      <Value />
      <Place />
      <DayInput source="validFrom" label={translate('standards.validFrom')} validate={required()} />
      <DayInput
        source="validTo"
        label={translate('standards.validTo')}
        helperText={translate('standards.validToHint')}
      />
      <TextInput source="documentNo" label={translate('standards.documentNo')} validate={required()} />
      <TextInput source="source" label={translate('standards.source')} multiline minRows={2} />
      <Preview />
    </CreateDrawer>
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
  const { parks, industries } = usePlaces();
  const level = useWatch({ name: 'placeLevel' }) as Version['placeLevel'];
  return (
    <>
      <SelectInput
        source="placeLevel"
        label={translate('standards.place')}
        choices={levels.map((id) => ({ id, name: `standards.level.${id}` }))}
        validate={required()}
      />
      {level === 'park' && (
        <SelectInput
          source="parkId"
          label={translate('standards.level.park')}
          choices={[...parks]}
          optionText="name"
          translateChoice={false}
          validate={required()}
        />
      )}
      {(level === 'park-class' || level === 'region') && (
        <TextInput source="placeKey" label={translate(`standards.level.${level}`)} validate={required()} />
      )}
      <SelectInput
        source="industryId"
        label={translate('standards.industry')}
        choices={[...industries]}
        optionText="name"
        translateChoice={false}
        emptyText={translate('standards.anyIndustry')}
        slotProps={{ select: { displayEmpty: true } }}
      />
    </>
  );
}

/** The effect while typing: the version that will end, and the affected drafts. */
function Preview() {
  const translate = useTranslate();
  const values = useWatch() as Version;
  const body = { ...bodyOf(values), closePrevious: false, documentNo: '—', source: undefined };
  const ready = Boolean(
    (values.notSet || values.perMuWan) &&
    values.validFrom &&
    (values.placeLevel === 'zone' || (values.placeLevel === 'park' ? values.parkId : values.placeKey)),
  );
  const { data, error } = usePreview(provincialStandardPreviews.preview, ready ? { body } : null);
  if (!ready) return null;
  if (error) return <ErrorSentence error={error} />;
  if (!data) return null;
  const { closes } = data;
  return (
    <>
      {closes && (
        <BooleanInput
          source="closePrevious"
          label={translate('standards.closePrevious', {
            from: closes.validFrom,
            value: closes.perMuWan === null ? translate('parts.gauge.notSet') : showWan(translate, closes.perMuWan),
            on: closes.closesOn,
          })}
          helperText={translate('standards.closePreviousHint')}
        />
      )}
      <h3>{translate('standards.touched.title')}</h3>
      <TouchedDrafts touched={data} />
    </>
  );
}
