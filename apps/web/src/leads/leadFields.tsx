import type { LeadDetail } from '@crm/api-contract/leads';
import type { leads } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { required, type TranslateFunction } from 'ra-core';
import type { ReactElement, ReactNode } from 'react';
import { SelectInput, TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { AreaInput, MoneyInput } from '../parts/fields/AmountInput.js';
import { Area, Money } from '../parts/text/Amounts.js';
import { sayWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { NextDay } from './LeadClocks.js';
import type { leadsZh } from './leads.zh.js';
import type { LeadChoices } from './useLeadChoices.js';

/** What an editor may change. The amounts as typed follow from their fields. */
export type LeadFieldName = Exclude<keyof NonNullable<BodyAsked<typeof leads.update>>, 'investmentTyped' | 'areaTyped'>;

/** Fields that have a name: in forms, in the history, where two editors are compared. */
export type LeadFieldLabel = keyof typeof leadsZh.resources.leads.fields;

export interface LeadWords {
  readonly translate: TranslateFunction;
  readonly choices: LeadChoices;
  readonly today: string;
}

interface LeadField {
  readonly input: (choices: LeadChoices) => ReactElement;
  /** On the page of a lead: a dash if it is empty; null if another field shows it. */
  readonly fact: ((lead: LeadDetail, words: LeadWords) => ReactNode) | null;
  /** The value in words where two people changed it; as it is stored if this is missing. */
  readonly text?: (value: string, words: LeadWords) => string | undefined;
  /** It takes the whole width of a form, and comes last among the facts, if it has a value. */
  readonly long?: true;
}

const named = (choices: readonly { id: string; name: string }[], id: string): string | undefined =>
  choices.find((choice) => choice.id === id)?.name;

/**
 * How each field of a lead is typed and shown, in the order of display. The forms, the page and the comparison of two
 * editors follow from it. It compiles only if every field that the wire accepts is here.
 */
const leadFields = {
  projectName: {
    input: () => <TextInput source="projectName" validate={required()} autoComplete="off" />,
    fact: null,
  },
  investmentWan: {
    input: () => <MoneyInput source="investmentWan" isRequired validate={required()} />,
    fact: ({ investmentWan }) => (
      <b className="strong">
        <Money wan={investmentWan} />
      </b>
    ),
    text: (value, { translate }) => sayWan(translate, value),
  },
  areaMu: {
    input: () => <AreaInput source="areaMu" />,
    fact: ({ areaMu }) => <Area mu={areaMu} />,
    text: (value, { translate }) => `${showDecimal(value)} ${translate('parts.unit.mu')}`,
  },
  parkId: {
    input: ({ parks }) => (
      <SelectInput source="parkId" choices={[...parks]} optionText="shortName" validate={required()} />
    ),
    fact: ({ parkName }) => parkName,
    text: (value, { choices }) => named(choices.parks, value),
  },
  industryId: {
    input: ({ industries }) => <SelectInput source="industryId" choices={[...industries]} />,
    fact: ({ industryName }) => industryName,
    text: (value, { choices }) => named(choices.industries, value),
  },
  channel: {
    input: ({ channels }) => <SelectInput source="channel" choices={[...channels]} translateChoice={false} />,
    fact: ({ channel }, { translate }) => channel && translate(`leads.channels.${channel}`),
    text: (value, { choices }) => named(choices.channels, value),
  },
  nextStep: {
    input: () => <TextInput source="nextStep" validate={required()} autoComplete="off" />,
    fact: (lead, { today }) =>
      lead.nextStep && (
        <span className="row wrap">
          {lead.nextStep} <NextDay lead={lead} today={today} />
        </span>
      ),
  },
  nextOn: {
    input: () => <DayInput source="nextOn" validate={required()} />,
    fact: null,
  },
  note: {
    input: () => <TextInput source="note" multiline minRows={2} />,
    fact: ({ note }) => note && <span style={{ whiteSpace: 'pre-line' }}>{note}</span>,
    long: true,
  },
} satisfies Record<LeadFieldName, LeadField>;

export const leadFieldNames = Object.keys(leadFields) as LeadFieldName[];

export const leadField = (name: LeadFieldName): LeadField => leadFields[name];

/** The value of a field in words; a dash if it is empty or not a field of the forms. */
export function leadText(name: string, value: unknown, words: LeadWords): string {
  if (value === null || value === undefined || value === '') return '—';
  const text = name in leadFields ? leadField(name as LeadFieldName).text : undefined;
  return (text ? text(String(value), words) : String(value)) ?? '—';
}
