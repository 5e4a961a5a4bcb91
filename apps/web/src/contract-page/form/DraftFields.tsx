import { provincialStandards } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { CHANNELS, Contract } from '@crm/api-contract/contracts';
import type { AnswerOf } from '@crm/api-contract/wire';
import { contractKinds, milestoneKinds } from '@crm/domain/contracts';
import { areaBases } from '@crm/domain/quantities';
import { indicators } from '@crm/domain/standards';
import { required, useTranslate } from 'ra-core';
import { BooleanInput, SelectInput, TextInput } from 'react-admin';
import { useFieldArray, useWatch } from 'react-hook-form';
import { DayInput } from '../../parts/fields/DayInput.js';
import { FindInput } from '../../parts/fields/FindInput.js';
import { PromiseFields, PromisesAlone } from '../../commitments/index.js';
import { AreaInput, ExactInput, MoneyInput } from '../../parts/fields/AmountInput.js';
import { Card } from '../../parts/layout/Card.js';
import { Icon } from '../../parts/marks/Icon.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { offered, usePlaces } from '../../reference/places.js';
import { landOf, type Draft } from './draft.js';
import { FullProduction } from './FullProduction.js';
import { FurtherPromises } from './FurtherPromises.js';
import '../../parts/layout/reading.css';
import { useAsk } from '../../providers/useAsk.js';

/** Named again, since the page uses the types of the wire but does not load its validator. */
const channels = ['产业招商', '平台招商', '并购招商', '以商招商', '委托招商'] as const satisfies typeof CHANNELS;

/** The form of a draft: parties, land, dates, commitments. */
export function DraftFields({ contract, today }: { contract: Contract | null; today: string }) {
  const translate = useTranslate();
  const { parks, industries } = usePlaces();
  const [landFree, parcels, parkId, industryId] = useWatch({
    name: ['landFree', 'parcels', 'parkId', 'industryId'],
  }) as [boolean, Draft['parcels'], string | null, string | null];
  const areaMu = landOf({ landFree, parcels });
  const standard = useInForce(parkId, industryId, today);
  const open = indicators.filter(
    (indicator) => !contract?.commitments.some((promise) => promise.indicator === indicator),
  );
  return (
    <>
      <Card title={translate('contracts.form.basics')}>
        <div className="fields">
          {contract ? (
            <TextInput
              source="projectName"
              label={translate('contracts.project')}
              disabled
              helperText={contract.enterpriseName}
            />
          ) : (
            <>
              <FindInput
                source="enterpriseId"
                reference="enterprises"
                label={translate('contracts.partyB')}
                hint={translate('contracts.form.findFirm')}
              />
              <TextInput source="projectName" label={translate('contracts.project')} validate={required()} />
            </>
          )}
          <TextInput
            source="number"
            label={translate('contracts.number')}
            helperText={translate('contracts.form.numberHint')}
          />
          <SelectInput
            source="kind"
            label={translate('contracts.kind')}
            choices={contractKinds.map((id) => ({ id, name: `contracts.kinds.${id}` }))}
            validate={required()}
          />
          <SelectInput
            source="parkId"
            label={translate('contracts.park')}
            choices={offered(parks, today, contract?.parkId)}
            optionText="name"
            translateChoice={false}
            validate={required()}
          />
          <SelectInput
            source="industryId"
            label={translate('contracts.industry')}
            choices={offered(industries, today, contract?.industryId)}
            optionText="name"
            translateChoice={false}
            validate={required()}
          />
          <MoneyInput
            source="amountWan"
            label={translate('contracts.form.amount')}
            hint={translate('contracts.form.amountHint')}
          />
          <SelectInput
            source="channel"
            label={translate('contracts.form.channel')}
            choices={channels.map((id) => ({ id, name: id }))}
            translateChoice={false}
          />
          <TextInput source="handlerName" label={translate('contracts.form.handler')} />
          <DayInput source="firstContactOn" label={translate('contracts.form.firstContact')} />
        </div>
      </Card>
      <Card
        title={translate('contracts.form.land')}
        caption={areaMu === null ? undefined : translate('contracts.form.landSum', { mu: showDecimal(areaMu, 2) })}
        actions={<BooleanInput source="landFree" label={translate('contracts.landFree')} helperText={false} />}
      >
        {landFree ? <p className="quiet">{translate('contracts.form.landFreeNote')}</p> : <Parcels />}
      </Card>
      <Card title={translate('contracts.form.when')} caption={translate('contracts.form.whenCaption')}>
        <div className="fields">
          <FullProduction today={today} />
          {milestoneKinds
            .filter((kind) => kind !== 'above-scale' && kind !== 'full-production')
            .map((kind) => (
              <DayInput
                key={kind}
                source={`planned.${kind}`}
                label={translate('contracts.form.planned', { stop: translate(`contracts.stop.${kind}`) })}
              />
            ))}
        </div>
      </Card>
      <Card
        title={translate('contracts.form.promises')}
        caption={translate('contracts.form.promisesCaption')}
        flush={Boolean(contract && contract.commitments.length > 0)}
      >
        {contract && contract.commitments.length > 0 && <PromisesAlone contract={contract} />}
        {open.length > 0 && (
          <div className={contract && contract.commitments.length > 0 ? 'cardbody promised' : 'promised'}>
            {open.map((indicator) => (
              <fieldset key={indicator}>
                <legend className="strong">{translate(`indicators.name.${indicator}`)}</legend>
                <PromiseFields
                  prefix={`promises.${indicator}`}
                  indicator={indicator}
                  areaMu={areaMu}
                  standardPerMuWan={standard?.indicators[indicator]?.perMuWan ?? null}
                />
                <div className="fields two-up">
                  <TextInput source={`promises.${indicator}.clause`} label={translate('promises.clause')} />
                  <ExactInput
                    source={`promises.${indicator}.tolerancePercent`}
                    label={translate('promises.tolerance')}
                    unit="promises.percent"
                    hint={translate('promises.toleranceHint')}
                  />
                </div>
              </fieldset>
            ))}
          </div>
        )}
        <FurtherPromises contract={contract} />
      </Card>
      <Card title={translate('contracts.form.note')}>
        <TextInput source="note" label={translate('contracts.form.note')} multiline minRows={2} />
      </Card>
    </>
  );
}

/** Today's standard; the one stored is that of the signing day, as the sign dialog says. */
function useInForce(
  parkId: string | null,
  industryId: string | null,
  on: string,
): AnswerOf<typeof provincialStandards.inForce> | undefined {
  return useAsk(
    provincialStandards.inForce,
    { query: { parkId: parkId ?? '', industryId: industryId ?? undefined, on } },
    { enabled: parkId !== null },
  ).data;
}

function Parcels() {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: 'parcels' });
  return (
    <div className="stack">
      {fields.map((field, index) => (
        <div key={field.id} className="parcelline">
          <TextInput source={`parcels.${index}.code`} label={translate('contracts.parcel.code')} />
          <TextInput source={`parcels.${index}.phase`} label={translate('contracts.parcel.phase')} />
          <SelectInput
            source={`parcels.${index}.basis`}
            label={translate('contracts.parcel.basis')}
            choices={areaBases.map((id) => ({ id, name: `contracts.basis.${id}` }))}
            validate={required()}
          />
          <AreaInput source={`parcels.${index}.areaMu`} label={translate('contracts.area')} validate={required()} />
          <IconButton
            aria-label={translate('contracts.form.dropParcel')}
            disabled={fields.length === 1}
            onClick={() => remove(index)}
          >
            <Icon name="trash" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          startIcon={<Icon name="plus" />}
          onClick={() => append({ code: null, phase: null, basis: 'granted', areaMu: null })}
        >
          {translate('contracts.form.addParcel')}
        </Button>
      </div>
    </div>
  );
}
