import { plain, roundForShow, type Decimal } from '@crm/domain/quantities';

/** An amount as on the wire, without exponent and trailing zeros; a sum from the database may have such zeros. */
export function exact(amount: string | Decimal): string;
export function exact(amount: string | Decimal | null): string | null;
export function exact(amount: string | Decimal | null): string | null {
  return amount === null ? null : plain(amount);
}

/** A quotient rarely ends: twelve decimal places on the wire, far more than is shown or compared. */
export function quotient(value: Decimal | null): string | null {
  return value === null ? null : plain(roundForShow(value, 12));
}
