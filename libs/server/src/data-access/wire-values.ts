import { plain, roundForShow, type Decimal } from '@crm/domain/quantities';

/** `numeric(18,6)` arrives with six places ("23.270000"); the wire carries "23.27". */
export function exact(amount: string | Decimal): string;
export function exact(amount: string | Decimal | null): string | null;
export function exact(amount: string | Decimal | null): string | null {
  return amount === null ? null : plain(amount);
}

/** A quotient rarely ends: twelve places on the wire, far beyond what is shown or compared. */
export function quotient(value: Decimal | null): string | null {
  return value === null ? null : plain(roundForShow(value, 12));
}

export const instantOf = (at: Date): string => at.toISOString();
export const instantOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
