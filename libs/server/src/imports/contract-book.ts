import { contractKindRules, parentAmong, supplementNumber } from '@crm/domain/contracts';
import { matchingProjectName } from '@crm/domain/enterprises';
import type { ContractEntry, PromisedAmount } from '@crm/domain/imports';
import { decimal } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { demandUntouched, enterSignedContracts, revertImport, type LedgerEntry } from '../commitments/index.js';
import { findContracts, parentsOf, type FoundContract } from '../contracts/index.js';
import { enterpriseIdentity } from '../enterprises/index.js';
import type { LedgerBook, Standing } from './ledger-book.js';

const fieldOfPromise: Readonly<Record<Indicator, string>> = { investment: 'promisedInvestment', output: 'promisedOutput', tax: 'promisedTax' };
const milestoneKinds = [['startOn', 'construction-start'], ['completionOn', 'completion'], ['productionOn', 'production-start']] as const;
const same = (a: string | null | undefined, b: string | null | undefined): boolean => a !== null && a !== undefined && b !== null && b !== undefined && decimal(a).eq(b);

/** Signed contracts: compared by what the ledger says of them, entered through the rooms that keep them. */
export const contractBook = (today: () => string): LedgerBook<ContractEntry> => ({
  async compare(rows, entries) {
    const found = await findContracts(rows, entries);
    const taken = await takenNumbers(rows, entries.flatMap(({ contractNo }, at) => (contractNo && !found[at] ? [contractNo] : [])));
    const rowOf = new Map<string, number>();
    const astray = await astrayOf(rows, entries);
    const standings = entries.map((entry, at): [number, Standing] => {
      const refused = found[at] ? undefined : astray.get(entry.row);
      if (refused) return [entry.row, refused];
      if (found[at] || !entry.contractNo) return [entry.row, standing(entry, found[at])];
      if (taken.has(entry.contractNo)) return [entry.row, { is: 'refused', code: 'contract.number', facts: {}, field: 'contractNo' }];
      const before = rowOf.get(entry.contractNo);
      if (before !== undefined) return [entry.row, { is: 'refused', code: 'row.number-repeats', facts: { row: before }, field: 'contractNo' }];
      rowOf.set(entry.contractNo, entry.row);
      return [entry.row, { is: 'new' }];
    });
    return { standings: new Map(standings), questions: [] };
  },

  async enter(tx, actor, importId, entries, { told }) {
    if (entries.length === 0) return { result: {} };
    const entered = await enterSignedContracts(tx, actor, importId, [...entries.filter(({ kind }) => kind !== 'supplement'), ...entries.filter(({ kind }) => kind === 'supplement')].map(ledgerEntry), today(), told);
    const brought = await tx.one<{ enterprises: number; projects: number }>('SELECT (SELECT count(*)::int FROM enterprise WHERE import_id = $1) AS enterprises, (SELECT count(*)::int FROM investment_project WHERE import_id = $1) AS projects', [importId]);
    return { result: { contracts: entered.length, enterprises: brought?.enterprises ?? 0, projects: brought?.projects ?? 0, commitments: entries.reduce((sum, { promises }) => sum + promises.length, 0) } };
  },

  mayRevert: demandUntouched,

  async revert(tx, importId, _undo, told) {
    await revertImport(tx, importId, today(), told);
  },
});

const takenNumbers = async (rows: Rows, numbers: readonly string[]): Promise<Set<string>> => new Set(numbers.length === 0 ? [] : (await rows.rows<{ number: string }>('SELECT number FROM contract WHERE number = ANY($1)', [numbers])).map(({ number }) => number));

/** Supplements and increases whose contract is not to be found, neither here nor in the ledger itself, or of which several could be meant; and those signed before it. */
async function astrayOf(rows: Rows, entries: readonly ContractEntry[]): Promise<Map<number, Standing>> {
  const supplements = entries.filter(({ kind }) => kind === 'supplement');
  const there = await parentsOf(rows, supplements);
  const projectOf = ({ creditCode, projectName }: ContractEntry): string => `${creditCode} ${matchingProjectName(projectName)}`;
  const coming = (await findContracts(rows, entries)).flatMap((known, at) => (known || !contractKindRules[entries[at]!.kind].countsAsSigned ? [] : [entries[at] as ContractEntry]));
  const refused = supplements.flatMap((entry, at): [number, Standing][] => {
    const candidates = [...there[at]!, ...coming.filter((one) => projectOf(one) === projectOf(entry)).map(({ contractNo, signedOn, row }) => ({ number: contractNo, signedOn, row }))];
    const parent = parentAmong(candidates, entry.contractNo);
    if (parent === 'none') return [[entry.row, { is: 'refused', code: 'supplement.no-contract', facts: {}, field: 'projectName' }]];
    if (parent === 'several') return [[entry.row, { is: 'refused', code: 'supplement.which', facts: { contracts: candidates.map((one) => one.number ?? ('row' in one ? `#${one.row}` : '')).join('、'), example: supplementNumber(candidates.find((one) => one.number)?.number ?? 'HT-2026-0001', 1) }, field: 'contractNo' }]];
    return entry.signedOn < parent.signedOn ? [[entry.row, { is: 'refused', code: 'date.before-signing', facts: { signedOn: parent.signedOn }, field: 'signedOn' }]] : [];
  });
  return new Map(refused);
}

/** What the ledger leaves empty differs from nothing. */
function standing(entry: ContractEntry, found: FoundContract | undefined): Standing {
  if (!found) return { is: 'new' };
  const year = entry.fullProduction && 'year' in entry.fullProduction ? entry.fullProduction.year : null;
  const fields = [
    ...(found.parkId === entry.parkId ? [] : ['park']),
    ...(found.industryId === entry.industryId ? [] : ['industry']),
    ...(found.signedOn === entry.signedOn ? [] : ['signedOn']),
    ...(entry.investment === null || same(entry.investment.wan, found.amountWan) ? [] : ['amountWan']),
    ...(entry.area === null || same(entry.area.areaMu, found.areaMu) ? [] : ['areaMu']),
    ...(year === null || year === found.fullProductionYear ? [] : ['fullProduction']),
    ...entry.promises.filter((promise) => !(promise.side === 'per-mu' ? same(promise.perMuWan, found.perMuWan[promise.indicator]) : same(promise.totalWan, found.totalWan[promise.indicator]))).map(({ indicator }) => fieldOfPromise[indicator]),
  ];
  return fields.length > 0 ? { is: 'differs', code: 'row.differs', facts: { fields: fields.join(', ') } } : { is: 'unchanged' };
}

function ledgerEntry(entry: ContractEntry): LedgerEntry {
  const { pinyin, initials } = enterpriseIdentity({ name: entry.enterpriseName, creditCode: entry.creditCode });
  return {
    creditCode: entry.creditCode, projectName: entry.projectName, kind: entry.kind, enterpriseName: entry.enterpriseName, enterpriseSearch: { pinyin, initials }, number: entry.contractNo,
    parkId: entry.parkId, industryId: entry.industryId, signedOn: entry.signedOn,
    amountWan: entry.investment?.wan ?? null, amountEntered: entry.investment && { value: entry.investment.value, unit: entry.investment.unit },
    landFree: entry.area === null, parcels: entry.area ? [{ basis: 'granted', areaMu: entry.area.areaMu, entered: { value: entry.area.value, unit: entry.area.unit } }] : [],
    channel: entry.channel, handlerName: entry.officer, firstContactOn: entry.firstContactOn,
    fullProductionYear: entry.fullProduction && 'year' in entry.fullProduction ? entry.fullProduction.year : null, fullProductionOn: entry.fullProduction && 'day' in entry.fullProduction ? entry.fullProduction.day : null,
    energyTce: entry.energyTce, rdPercent: entry.rdPercent, note: entry.note ?? '',
    milestones: milestoneKinds.flatMap(([field, kind]) => (entry[field] ? [{ kind, plannedOn: entry[field], actualOn: null }] : [])),
    promises: entry.promises.map((promise) => ({ indicator: promise.indicator, ...sideOf(promise), entered: { value: promise.value, unit: promise.unit }, ...(promise.indicator === 'output' ? { measuredBy: 'output-value' as const } : {}) })),
  };
}

/** 产值（营收） imports as output. */
const sideOf = (promise: PromisedAmount) => (promise.side === 'per-mu' ? { perMuWan: promise.perMuWan } : { totalWan: promise.totalWan });
