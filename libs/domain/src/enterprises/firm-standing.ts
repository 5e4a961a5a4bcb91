import { foundedName } from './enterprise-meant.js';
import { matchingName } from './matching-name.js';

/** 已登记; 境外, with a registration number of its country; 待注册, which gets its code later. */
export const firmStandings = ['registered', 'foreign', 'to-be-founded'] as const;
export type FirmStanding = (typeof firmStandings)[number];

/** What a sheet writes in place of a credit code. */
export interface UncodedFirm {
  readonly standing: Exclude<FirmStanding, 'registered'>;
  /** Of a foreign firm, if it was written. */
  readonly registrationNo: string | null;
}

const toBeFounded =
  /^[(（]?(待|未|拟)(注册|设立|成立|办|办理|登记|核准)(登记)?[)）]?$|^[(（]?(筹建|筹备|筹|办理)中?[)）]?$/u;
const foreign = /^[(（]?境外(企业|公司|机构)?[)）]?[:：\s]*(.*)$/u;

/** 待注册, 筹建中, 境外, 境外 HK1234567: a firm without a credit code. null: the text says nothing of this. */
export function uncodedFirm(typed: string): UncodedFirm | null {
  const text = typed.normalize('NFKC').trim();
  if (toBeFounded.test(text.replace(/\s/gu, ''))) return { standing: 'to-be-founded', registrationNo: null };
  const [, , number] = foreign.exec(text) ?? [];
  return number === undefined ? null : { standing: 'foreign', registrationNo: number.trim() || null };
}

/** A name without any Han character is not that of a firm registered here. */
export const isForeignName = (name: string): boolean => !/\p{Script=Han}/u.test(name);

/** A row of a ledger knows its firm by the credit code; a firm without one by its name. */
export const firmKey = (row: { readonly creditCode: string | null; readonly enterpriseName: string }): string =>
  row.creditCode ?? `= ${matchingName(foundedName(row.enterpriseName))}`;
