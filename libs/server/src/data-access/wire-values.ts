import { plain, roundForShow, type Decimal } from '@crm/domain/quantities';

/** An amount as the wire carries it: no exponent and no trailing zeros. A sum of the database may end in zeros. */
export function exact(amount: string | Decimal): string;
export function exact(amount: string | Decimal | null): string | null;
export function exact(amount: string | Decimal | null): string | null {
  return amount === null ? null : plain(amount);
}

/** A quotient rarely ends: twelve places on the wire, far beyond what is shown or compared. */
export function quotient(value: Decimal | null): string | null {
  return value === null ? null : plain(roundForShow(value, 12));
}
