import { typedArea, typedMoney, decimalText, type MoneyUnit } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';

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
