import { createHash } from 'node:crypto';
import type { ImportQuestion } from '@crm/api-contract/imports';
import { bearsName, couldBeSameName, foundedName, isSameName, matchingName } from '@crm/domain/enterprises';
import type { Rows } from '@crm/platform/db';
import type { Standing } from './ledger-book.js';

/** A row that names an enterprise by code, and by name if the sheet has one. */
export interface NamedRow {
  readonly row: number;
  /** null: the row names its firm alone. */
  readonly creditCode: string | null;
  readonly enterpriseName: string | null;
}

interface KnownFirm {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string | null;
  readonly former: readonly string[];
}

const sameFirm = (a: string, b: string): boolean => couldBeSameName(foundedName(a), foundedName(b));

/** Enterprises with a code or a similar name of the rows. */
const knownFirms = (rows: Rows, named: readonly NamedRow[]): Promise<KnownFirm[]> =>
  rows.rows<KnownFirm>(
    `SELECT id, name, short_name AS "shortName", credit_code AS "creditCode",
       ARRAY(SELECT f.name FROM enterprise_former_name f WHERE f.enterprise_id = enterprise.id) AS former
     FROM enterprise
     WHERE credit_code = ANY($1)
         OR match_name = ANY($2)
         OR id IN (SELECT f.enterprise_id FROM enterprise_former_name f WHERE f.match_name = ANY($2))
     ORDER BY created_at, id`,
    [
      [...new Set(named.flatMap(({ creditCode }) => creditCode ?? []))],
      [
        ...new Set(
          named.flatMap(({ enterpriseName }) => (enterpriseName ? [matchingName(foundedName(enterpriseName))] : [])),
        ),
      ],
    ],
  );

export interface FirmsOfRows {
  /** Rows whose name and code belong to two enterprises. */
  readonly refused: ReadonlyMap<number, Standing>;
  /** Rows whose code would be given to an enterprise without one, by row. */
  readonly joining: ReadonlyMap<number, FirmOfRow>;
  /** Rows with an unknown code under the former name of an enterprise, which would become a second enterprise. */
  readonly formerly: ReadonlyMap<number, FirmOfRow>;
}

interface FirmOfRow {
  readonly enterpriseId: string;
  /** The present name. */
  readonly name: string;
  readonly creditCode: string;
}

/**
 * Compares the name of each row with its code. Refuses `enterprise.name-differs` with both enterprises: the code
 * belongs to another name, or two rows give one code to two names. A person chooses; nothing is written before.
 */
export async function firmsOfRows(rows: Rows, named: readonly NamedRow[]): Promise<FirmsOfRows> {
  const known = await knownFirms(rows, named);
  const byCode = new Map(known.flatMap((firm) => (firm.creditCode ? [[firm.creditCode, firm] as const] : [])));
  const inSheet = new Map<string, NamedRow[]>();
  for (const one of named)
    if (one.enterpriseName && one.creditCode) {
      const alike = inSheet.get(one.creditCode);
      if (alike) alike.push(one);
      else inSheet.set(one.creditCode, [one]);
    }
  const refused = new Map<number, Standing>();
  const joining = new Map<number, FirmOfRow>();
  const formerly = new Map<number, FirmOfRow>();
  for (const { row, creditCode, enterpriseName } of named) {
    if (!enterpriseName || !creditCode) continue;
    const owner = byCode.get(creditCode);
    const other = owner
      ? { name: owner.name, row: null }
      : (inSheet.get(creditCode) ?? [])
          .map((one) => ({ name: one.enterpriseName ?? '', row: one.row }))
          .find(({ name }) => !sameFirm(name, enterpriseName));
    const same = owner ? bearsName(owner, enterpriseName) : other === undefined;
    if (!same && other) {
      const right = known.find(
        (firm) => firm.creditCode && firm.creditCode !== creditCode && bearsName(firm, enterpriseName),
      );
      refused.set(row, {
        is: 'refused',
        code: 'enterprise.name-differs',
        field: 'enterpriseName',
        facts: {
          name: enterpriseName,
          creditCode,
          other: other.name,
          ...(right ? { rightCode: right.creditCode } : {}),
          choices: [{ value: other.name, says: 'firm' }],
        },
      });
    } else if (!owner) {
      const waiting = known.find(
        (firm) => !firm.creditCode && isSameName(foundedName(firm.name), foundedName(enterpriseName)),
      );
      const renamed = known.find(
        (firm) => !sameFirm(firm.name, enterpriseName) && firm.former.some((name) => sameFirm(name, enterpriseName)),
      );
      if (waiting) joining.set(row, { enterpriseId: waiting.id, name: waiting.name, creditCode });
      else if (renamed) formerly.set(row, { enterpriseId: renamed.id, name: renamed.name, creditCode });
    }
  }
  return { refused, joining, formerly };
}

/** One question about all these rows; null: there are none. */
export function firmsQuestion(
  question: 'codes-join' | 'former-names',
  asked: ReadonlyMap<number, FirmOfRow>,
  confirmed: ReadonlySet<string>,
): ImportQuestion | null {
  if (asked.size === 0) return null;
  const firms = [...asked].map(([row, firm]) => ({ row, ...firm }));
  const key = `${question} ${digest(firms)}`;
  return {
    key,
    question,
    confirmed: confirmed.has(key),
    year: null,
    days: [],
    versions: [],
    figures: [],
    firms,
    codes: [],
  };
}

/** A key that is valid only for exactly what is shown. */
export const digest = (shown: object): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
