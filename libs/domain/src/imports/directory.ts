import { matchingProjectName } from '../enterprises/index.js';
import { Refusal } from '../refusal/index.js';

/** The parks and industries that the words of a sheet are matched with. */
export interface Directory {
  readonly parks: readonly Listed[];
  readonly industries: readonly Listed[];
  /** Credit codes that fail their check and that a person has seen in the register. */
  readonly vouched?: ReadonlySet<string>;
}

export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly shortName?: string;
  /** Only for industries: what else an office calls it. */
  readonly aliases?: readonly string[];
  /** Only for parks: their class and region, if the zone has them. */
  readonly parkClass?: string | null;
  readonly region?: string | null;
}

/**
 * Finds a park by full name, short name or code; brackets, width and spaces are ignored. Refuses `park.unknown`;
 * nothing is guessed.
 */
export const parkNamed = (text: string, { parks }: Directory): Listed =>
  named(text, parks) ?? refuse('park.unknown', text);
/** As {@link parkNamed}. Refuses `industry.unknown`. */
export const industryNamed = (text: string, { industries }: Directory): Listed =>
  named(text, industries) ?? refuse('industry.unknown', text);

function named(text: string, listed: readonly Listed[]): Listed | undefined {
  const key = matchingProjectName(text);
  return listed.find(({ name, code, shortName, aliases = [] }) =>
    [name, code, shortName ?? '', ...aliases].some((one) => one !== '' && matchingProjectName(one) === key),
  );
}

function refuse(code: 'park.unknown' | 'industry.unknown', text: string): never {
  throw code === 'park.unknown'
    ? new Refusal('park.unknown', { value: text.slice(0, 64) })
    : new Refusal('industry.unknown', { value: text.slice(0, 64) });
}

const contractKinds = {
  意向书: 'letter-of-intent',
  意向协议: 'letter-of-intent',
  框架协议: 'framework',
  战略合作框架协议: 'framework',
  实质合同: 'substantive',
  实质性合同: 'substantive',
  投资协议: 'substantive',
  投资合同: 'substantive',
  对赌合同: 'performance',
  对赌协议: 'performance',
  产业项目发展和用地准入协议: 'performance',
  补充协议: 'supplement',
  增资协议: 'supplement',
  增资扩产协议: 'supplement',
  一企一策: 'one-firm-one-policy',
} as const;
export type LedgerContractKind = (typeof contractKinds)[keyof typeof contractKinds];

/** Refuses `contract.kind-unknown` if the word is no kind of contract. */
export function contractKindNamed(text: string): LedgerContractKind {
  const kind = (contractKinds as Readonly<Record<string, LedgerContractKind>>)[
    text.normalize('NFKC').replace(/\s/gu, '')
  ];
  if (!kind) throw new Refusal('contract.kind-unknown', { choices: Object.keys(contractKinds).join('、') });
  return kind;
}

const sources = {
  企业填报: 'firm',
  企业上报: 'firm',
  企业: 'firm',
  统计部门: 'statistics',
  统计局: 'statistics',
  统计: 'statistics',
  税务部门: 'tax-office',
  税务局: 'tax-office',
  税务: 'tax-office',
} as const;

/** The source of a figure. An unknown word is `other`; the text is kept. */
export const sourceNamed = (text: string): 'firm' | 'statistics' | 'tax-office' | 'other' =>
  (sources as Readonly<Record<string, 'firm' | 'statistics' | 'tax-office'>>)[
    text.normalize('NFKC').replace(/\s/gu, '')
  ] ?? 'other';
