import type { Contract } from '@crm/api-contract/contracts';
import { corrections } from '@crm/api-contract/routes';
import { required, useTranslate } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { DrawerProps } from '../contracts/index.js';
import { EvidenceField, useEvidence } from '../files/index.js';
import { AreaInput, ExactInput, MoneyInput, PerMuInput } from '../parts/fields/AmountInput.js';
import { DayInput } from '../parts/fields/DayInput.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import '../parts/layout/reading.css';
import { Note } from '../parts/marks/Note.js';
import { usePlaces } from '../reference/places.js';
import { ChangesPreview, factName, showFact } from '../supplements/index.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import { correctionBody, errorsOf, type CorrectionForm } from './correctionBody.js';

type Values = CorrectionForm & { reason: string };

/** 更正: the right value beside the one written down wrongly; another person agrees on the evidence. */
export function CorrectionDrawer({ contract: current, onClose }: DrawerProps) {
  const translate = useTranslate();
  // As it was opened: saving reports a colleague's change instead of overwriting it.
  const [contract] = useState(current);
  const evidence = useEvidence('correction');
  const [bare, setBare] = useState(false);
  const { submit, error } = useVerbForm(corrections.create, {
    said: translate('corrections.asked'),
    onDone: ({ id }) => evidence.attachTo(id).then(onClose),
  });
  return (
    <DrawerForm
      title={translate('corrections.create')}
      caption={contract.number}
      onClose={onClose}
      save={translate('corrections.ask')}
      error={error}
      defaultValues={{ reason: '' }}
      onSubmit={async ({ reason, ...form }: Values) => {
        setBare(evidence.chosen.length === 0);
        if (evidence.chosen.length === 0) return {};
        const body = correctionBody(contract, form);
        const errors = await submit({
          params: { id: contract.id },
          version: contract.version,
          body: { ...body, reason },
        });
        return errors && errorsOf(errors, body);
      }}
    >
      <Note>{translate('corrections.why')}</Note>
      <OwnFacts contract={contract} />
      {contract.kind !== 'supplement' && <PlacedFacts contract={contract} />}
      <Previewed contract={contract} />
      <TextInput source="reason" label={translate('corrections.reason')} validate={required()} multiline minRows={2} />
      <EvidenceField evidence={evidence} />
      {bare && evidence.chosen.length === 0 && <Note kind="error">{translate('corrections.evidenceNeeded')}</Note>}
    </DrawerForm>
  );
}

function Previewed({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  return (
    <ChangesPreview
      route={corrections.preview}
      contract={contract}
      body={correctionBody(contract, useWatch() as CorrectionForm)}
      title={translate('corrections.preview')}
      why={translate('corrections.previewWhy')}
    />
  );
}

/** The recorded value under the field. */
const useNow = () => {
  const translate = useTranslate();
  return (field: string, value: string | null) =>
    translate('corrections.now', { value: showFact(translate, field, value) });
};

function OwnFacts({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const now = useNow();
  const label = (field: string) => factName(translate, field);
  return (
    <>
      <MoneyInput
        source="amount"
        label={translate('corrections.amount')}
        hint={now('amountWan', contract.amountWan)}
        autoFocus
      />
      <div className="pair">
        <TextInput source="number" label={label('number')} helperText={now('number', contract.number)} />
        <DayInput source="signedOn" label={label('signedOn')} helperText={now('signedOn', contract.signedOn)} />
      </div>
    </>
  );
}

function PlacedFacts({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const now = useNow();
  const { parks, industries } = usePlaces();
  const label = (field: string) => factName(translate, field);
  const year = contract.fullProductionYear;
  return (
    <>
      {contract.parcels.map(({ id, code, phase, areaMu }) => (
        <AreaInput
          key={id}
          source={`plots.${id}.areaMu`}
          label={translate('corrections.area', { code: code || phase })}
          hint={now('areaMu', areaMu)}
        />
      ))}
      {contract.commitments.map((promise) =>
        promise.master === 'per-mu' ? (
          <PerMuInput
            key={promise.indicator}
            source={`promises.${promise.indicator}.value`}
            label={translate(`indicators.name.${promise.indicator}`)}
            hint={now(`promise.${promise.indicator}.perMuWan`, promise.perMuWan)}
          />
        ) : promise.unit === 'wan' ? (
          <MoneyInput
            key={promise.indicator}
            source={`promises.${promise.indicator}.value`}
            label={translate(`indicators.name.${promise.indicator}`)}
            hint={now(`promise.${promise.indicator}.totalWan`, promise.totalWan)}
          />
        ) : (
          <ExactInput
            key={promise.indicator}
            source={`promises.${promise.indicator}.value`}
            label={translate(`indicators.name.${promise.indicator}`)}
            unit={`indicators.unit.${promise.unit}`}
            hint={now(`promise.${promise.indicator}.total`, promise.total)}
          />
        ),
      )}
      <div className="pair">
        <SelectInput
          source="parkId"
          label={label('parkName')}
          choices={[...parks]}
          optionText="name"
          translateChoice={false}
          helperText={now('parkName', contract.parkName)}
        />
        <SelectInput
          source="industryId"
          label={label('industryName')}
          choices={[...industries]}
          optionText="name"
          translateChoice={false}
          helperText={now('industryName', contract.industryName)}
        />
      </div>
      <div className="pair">
        <ExactInput
          source="fullProductionYear"
          label={label('fullProductionYear')}
          unit="supplements.year"
          hint={now('fullProductionYear', year === null ? null : String(year))}
        />
        <DayInput
          source="fullProductionOn"
          label={label('fullProductionOn')}
          helperText={now('fullProductionOn', contract.fullProductionOn)}
        />
      </div>
      <div className="pair">
        <DayInput source="termFrom" label={label('termFrom')} helperText={now('termFrom', contract.termFrom)} />
        <DayInput source="termTo" label={label('termTo')} helperText={now('termTo', contract.termTo)} />
      </div>
    </>
  );
}
