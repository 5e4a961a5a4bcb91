import { decimal, decimalText, typedArea, typedMoney, wanOf, type MoneyUnit } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { countsMillions, type Translate } from './money.js';

/** The reading of a typed money, area or per-mu value, by the server's rules. */

export type Reading =
  | {
      ok: true;
      /** Exact, in the unit of the wire (万元, 亩, 万元/亩). */
      value: string;
      /** Another unit was typed, so the field shows the converted value. */
      converted: boolean;
    }
  | { ok: false; code: string; facts: Readonly<Record<string, unknown>> };

/** Spaces between number and unit, and thousands commas, have no meaning. */
const tidy = (typed: string): string =>
  typed
    .replace(/[，]/g, ',')
    .trim()
    .replace(/^[０-９\d]{1,3}(,[０-９\d]{3})+(?![０-９\d])/, (grouped) => grouped.replaceAll(',', ''));

function reading(read: () => { value: string; converted: boolean }): Reading {
  try {
    return { ok: true, ...read() };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { ok: false, code: refusal.code, facts: refusal.facts };
    throw refusal;
  }
}

/** '3.2 亿' → 32000 万元; a bare number is in the unit of the field. */
export const readMoney = (typed: string, bare: 'wan' | 'yi' = 'wan'): Reading =>
  reading(() => {
    const { wan, unit } = typedMoney(tidy(typed), bare);
    return { value: wan, converted: unit !== 'wan' };
  });

/** The same as typed: '3.2 亿' → 3.2 yi, for entries that keep their unit. */
export function readTypedMoney(
  typed: string,
): { ok: true; value: string; unit: MoneyUnit } | Extract<Reading, { ok: false }> {
  // Words alone (约六百) are not a number with an odd unit.
  if (!/[\d０-９]/.test(typed)) return { ok: false, code: 'decimal.format', facts: {} };
  try {
    const { value, unit } = typedMoney(tidy(typed), 'wan');
    return { ok: true, value, unit };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { ok: false, code: refusal.code, facts: refusal.facts };
    throw refusal;
  }
}

// An amount stored to six decimals of 万元 has eight of a million: the range is checked in 万元.
const MILLIONS = /^(\d{1,20}(?:\.\d+)?)\s*(m|mn|million|bn|billion|CNY|yuan)?$/i;
const wanPer: Readonly<Record<string, number>> = { m: 100, b: 100_000 };

/**
 * Where English stands: a bare number is in millions of CNY; '1.2 bn', '5,000 CNY' and the Chinese units are read as
 * well. 'CNY 5,000' does not say whether it counts in millions, and is refused.
 */
export const readMillions = (typed: string): Reading => {
  const text = tidy(typed.replace(/^\s*(CNY|RMB|¥)\s*/i, ''));
  const [, number, word = ''] = MILLIONS.exec(text.normalize('NFKC')) ?? [];
  if (number === undefined) return readMoney(typed);
  if (word === '' && /^\s*(CNY|RMB|¥)/i.test(typed)) return { ok: false, code: 'unit.unknown', facts: {} };
  if (/^(CNY|yuan)$/i.test(word)) return readMoney(`${number}元`);
  return reading(() => {
    const wan = decimal(number).times(wanPer[(word || 'm')[0]!.toLowerCase()]!);
    return { value: wanOf({ value: wan, unit: 'wan' }).toFixed(), converted: word !== '' && !/^m/i.test(word) };
  });
};
/** By how the reader counts money. */
export const readMoneyIn = (translate: Translate): ((typed: string) => Reading) =>
  countsMillions(translate) ? readMillions : readMoney;

/** '6.70', '6.70 m per mu'. */
export const readMillionsPerMu = (typed: string): Reading =>
  readMillions(typed.replace(/\s*(\/|per|每)\s*(mu|亩)\s*$/i, ''));

/** By how the reader counts money; millions are kept in 万元. */
export const readTypedMoneyIn = (translate: Translate): typeof readTypedMoney =>
  countsMillions(translate)
    ? (typed) => {
        const read = readMillions(typed);
        return read.ok ? { ok: true, value: read.value, unit: 'wan' } : read;
      }
    : readTypedMoney;

/** '18731㎡' → 28.0965 亩. */
export const readArea = (typed: string): Reading =>
  reading(() => {
    const { areaMu, unit } = typedArea(tidy(typed), 'mu');
    return { value: areaMu, converted: unit !== 'mu' };
  });

/** 万元/亩: '670', '670 万/亩', '0.067 亿/亩'. */
export const readPerMu = (typed: string): Reading => readMoney(tidy(typed).replace(/\s*(\/|每)\s*亩$/, ''));

/** A plain exact number; a percent sign is ignored, since the field has it. */
export const readNumber = (typed: string): Reading =>
  reading(() => ({ value: decimalText(tidy(typed).replace(/\s*[%％]$/, '')), converted: false }));
