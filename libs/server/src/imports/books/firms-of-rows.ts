import { createHash } from 'node:crypto';
import type { ImportQuestion } from '@crm/api-contract/imports';
import { couldBeSameName, isSameName, matchingName } from '@crm/domain/enterprises';
import type { Rows } from '@crm/platform/db';
import type { Standing } from './ledger-book.js';

/** A row that names an enterprise by code, and by name if the sheet has one. */
export interface NamedRow {
  readonly row: number;
  readonly creditCode: string;
  readonly enterpriseName: string | null;
}

interface KnownFirm {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly creditCode: string | null;
  readonly former: readonly string[];
}

/** （筹） marks a planned enterprise; the name stays. */
const founded = (name: string): string => name.replace(/[（(]筹建?[）)]\s*$/u, '');
const sameFirm = (a: string, b: string): boolean => couldBeSameName(founded(a), founded(b));

/** Enterprises with a code or a similar name of the rows. */
const knownFirms = (rows: Rows, named: readonly NamedRow[]): Promise<KnownFirm[]> =>
  rows.rows<KnownFirm>(
    `SELECT id, name, short_name AS "shortName", credit_code AS "creditCode",
       ARRAY(SELECT f.name FROM enterprise_former_name f WHERE f.enterprise_id = enterprise.id) AS former
     FROM enterprise
     WHERE credit_code = ANY($1) OR match_name = ANY($2)
     ORDER BY created_at, id`,
    [
      [...new Set(named.map(({ creditCode }) => creditCode))],
      [
        ...new Set(
          named.flatMap(({ enterpriseName }) => (enterpriseName ? [matchingName(founded(enterpriseName))] : [])),
        ),
      ],
    ],
  );

export interface FirmsOfRows {
  /** Rows whose name and code belong to two enterprises. */
  readonly refused: ReadonlyMap<number, Standing>;
  /** Rows whose code would be given to an enterprise without one, by row. */
  readonly joining: ReadonlyMap<
    number,
    { readonly enterpriseId: string; readonly name: string; readonly creditCode: string }
  >;
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
    if (one.enterpriseName) {
      const alike = inSheet.get(one.creditCode);
      if (alike) alike.push(one);
      else inSheet.set(one.creditCode, [one]);
    }
  const refused = new Map<number, Standing>();
  const joining = new Map<number, { enterpriseId: string; name: string; creditCode: string }>();
  for (const { row, creditCode, enterpriseName } of named) {
    if (!enterpriseName) continue;
    const owner = byCode.get(creditCode);
    const other = owner
      ? { name: owner.name, row: null }
      : (inSheet.get(creditCode) ?? [])
          .map((one) => ({ name: one.enterpriseName ?? '', row: one.row }))
          .find(({ name }) => !sameFirm(name, enterpriseName));
    const same = owner ? isNamed(owner, enterpriseName) : other === undefined;
    if (!same && other) {
      const right = known.find(
        (firm) => firm.creditCode && firm.creditCode !== creditCode && isNamed(firm, enterpriseName),
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
      const waiting = known.find((firm) => !firm.creditCode && isSameName(founded(firm.name), founded(enterpriseName)));
      if (waiting) joining.set(row, { enterpriseId: waiting.id, name: waiting.name, creditCode });
    }
  }
  return { refused, joining };
}

/** By its name, its short name, or a former name. */
const isNamed = ({ name, shortName, former }: KnownFirm, written: string): boolean =>
  [name, ...(shortName === '' ? [] : [shortName]), ...former].some((one) => sameFirm(one, written));

/** One question about all codes that would be added; null: there are none. */
export function joinQuestion(joining: FirmsOfRows['joining'], confirmed: ReadonlySet<string>): ImportQuestion | null {
  if (joining.size === 0) return null;
  const firms = [...joining].map(([row, firm]) => ({ row, ...firm }));
  const key = `codes-join ${digest(firms)}`;
  return {
    key,
    question: 'codes-join',
    confirmed: confirmed.has(key),
    year: null,
    days: [],
    versions: [],
    figures: [],
    firms,
  };
}

/** A key that is valid only for exactly what is shown. */
export const digest = (shown: object): string =>
  createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 32);
