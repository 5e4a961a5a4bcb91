import { contractKindRules } from '@crm/domain/contracts';
import type { ContractEntry, PromisedAmount } from '@crm/domain/imports';
import { decimal } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import {
  demandUntouched,
  enterSignedContracts,
  revertImport,
  type AmendedVersions,
  type LedgerEntry,
} from '../../commitments/index.js';
import { findContracts, type FoundContract } from '../../contracts/index.js';
import { enterpriseIdentity, joinCode, partCode } from '../../enterprises/index.js';
import type { Amended } from '../../supplements/index.js';
import { firmsOfRows, firmsQuestion } from './firms-of-rows.js';
import type { LedgerBook, Standing } from './ledger-book.js';
import type { SupplementRows } from './supplement-rows.js';

const fieldOfPromise: Readonly<Record<Indicator, string>> = {
  investment: 'promisedInvestment',
  output: 'promisedOutput',
  tax: 'promisedTax',
};
const milestoneKinds = [
  ['startOn', 'construction-start'],
  ['completionOn', 'completion'],
  ['productionOn', 'production-start'],
] as const;
const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && decimal(a).eq(b);

/**
 * Signed contracts: compared with their stored values and entered through their rooms. Supplements amend their
 * contracts.
 */
export const contractBook = (today: () => string, supplements: SupplementRows): LedgerBook<ContractEntry> => ({
  async compare(rows, entries, confirmed, asked = []) {
    const [alone, amending] = apart(entries);
    const found = await findContracts(rows, alone);
    const taken = await takenNumbers(
      rows,
      alone.flatMap(({ contractNo }, at) => (contractNo && !found[at] ? [contractNo] : [])),
    );
    const rowOf = new Map<string, number>();
    const standings = new Map(
      alone.map((entry, at): [number, Standing] => {
        if (found[at] || !entry.contractNo) return [entry.row, standing(entry, found[at])];
        return [entry.row, numberRefused(entry, taken, rowOf) ?? { is: 'new' }];
      }),
    );
    const coming = alone.filter(
      ({ row, kind }) => standings.get(row)?.is === 'new' && contractKindRules[kind].countsAsSigned,
    );
    const among = await supplements.compare(rows, amending, coming);
    const numbers = await takenNumbers(
      rows,
      amending.flatMap(({ row, contractNo }) => (contractNo && among.get(row)?.is === 'new' ? [contractNo] : [])),
    );
    for (const entry of amending)
      standings.set(
        entry.row,
        (among.get(entry.row)?.is === 'new' && entry.contractNo ? numberRefused(entry, numbers, rowOf) : undefined) ??
          among.get(entry.row)!,
      );
    const { refused, joining, formerly } = await firmsOfRows(rows, entries);
    for (const [row, reason] of refused) if (standings.get(row)?.is !== 'unchanged') standings.set(row, reason);
    const ofNew = (rowsAsked: typeof joining) =>
      new Map([...rowsAsked].filter(([row]) => standings.get(row)?.is === 'new'));
    const joins = firmsQuestion('codes-join', ofNew(joining), confirmed);
    const renamed = firmsQuestion('former-names', ofNew(formerly), confirmed);
    const answered = asked.flatMap((one) => (confirmed.has(one.key) ? one.firms : []));
    for (const question of [joins, renamed])
      for (const { row, enterpriseId, name, creditCode } of question?.confirmed ? [] : (question?.firms ?? []))
        if (!answered.some((one) => one.enterpriseId === enterpriseId && one.creditCode === creditCode))
          standings.set(row, {
            is: 'refused',
            code: question === joins ? 'enterprise.code-joins' : 'enterprise.former-name',
            facts: { name, creditCode },
          });
    return { standings, questions: [joins, renamed].filter((question) => question !== null) };
  },

  async enter(tx, actor, importId, entries, { told, seenBy }) {
    if (entries.length === 0) return { result: {} };
    const [alone, amending] = apart(entries);
    const { joining } = await firmsOfRows(tx, entries);
    const joined = [...joining.values()];
    for (const { enterpriseId, creditCode } of joined) await joinCode(tx, enterpriseId, creditCode);
    const entered = await enterSignedContracts(
      tx,
      actor,
      importId,
      alone.map((entry) => ledgerEntry(entry, seenBy)),
      today(),
      told,
    );
    const amended = await supplements.enter(
      tx,
      actor,
      importId,
      amending,
      new Map(entered.map(({ contractId }, at) => [contractId, alone[at]!.row])),
      (done) => told(alone.length + done),
    );
    const brought = await tx.one<{ enterprises: number; projects: number }>(
      `SELECT
         (SELECT count(*)::int FROM enterprise WHERE import_id = $1) AS enterprises,
         (SELECT count(*)::int FROM investment_project WHERE import_id = $1) AS projects`,
      [importId],
    );
    return {
      result: {
        contracts: entries.length,
        enterprises: brought?.enterprises ?? 0,
        projects: brought?.projects ?? 0,
        commitments: alone.reduce((sum, { promises }) => sum + promises.length, 0),
      },
      ...(amending.length + joined.length > 0 ? { undo: { amended, joined } } : {}),
    };
  },

  async mayRevert(rows, importId, undo) {
    await demandUntouched(rows, importId, versionsIn(undo));
    await supplements.mayTakeBack(rows, amendedIn(undo));
  },

  async revert(tx, importId, undo, told) {
    await demandUntouched(tx, importId, versionsIn(undo));
    await supplements.takeBack(tx, importId, amendedIn(undo));
    await revertImport(tx, importId, today(), told, versionsIn(undo));
    for (const { enterpriseId, creditCode } of joinedIn(undo)) await partCode(tx, enterpriseId, creditCode);
  },
});

const apart = (entries: readonly ContractEntry[]): [ContractEntry[], ContractEntry[]] => [
  entries.filter(({ kind }) => kind !== 'supplement'),
  entries.filter(({ kind }) => kind === 'supplement'),
];
const amendedIn = (undo: object | null): Amended => (undo as { amended?: Amended } | null)?.amended ?? {};
const joinedIn = (undo: object | null): readonly { enterpriseId: string; creditCode: string }[] =>
  (undo as { joined?: readonly { enterpriseId: string; creditCode: string }[] } | null)?.joined ?? [];
const versionsIn = (undo: object | null): AmendedVersions =>
  Object.fromEntries(Object.entries(amendedIn(undo)).map(([id, { version }]) => [id, version]));

/** `rowOf` holds the contract numbers of earlier rows; this function adds to it. */
function numberRefused(
  { row, contractNo }: ContractEntry,
  taken: ReadonlySet<string>,
  rowOf: Map<string, number>,
): Standing | undefined {
  if (contractNo === null) return undefined;
  if (taken.has(contractNo)) return { is: 'refused', code: 'contract.number', facts: {}, field: 'contractNo' };
  const before = rowOf.get(contractNo);
  if (before !== undefined)
    return { is: 'refused', code: 'row.number-repeats', facts: { row: before }, field: 'contractNo' };
  rowOf.set(contractNo, row);
  return undefined;
}

const takenNumbers = async (rows: Rows, numbers: readonly string[]): Promise<Set<string>> =>
  new Set(
    numbers.length === 0
      ? []
      : (await rows.rows<{ number: string }>('SELECT number FROM contract WHERE number = ANY($1)', [numbers])).map(
          ({ number }) => number,
        ),
  );

/** An empty cell is no difference. */
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
    ...entry.promises
      .filter(
        (promise) =>
          !(promise.side === 'per-mu'
            ? same(promise.perMuWan, found.perMuWan[promise.indicator])
            : same(promise.totalWan, found.totalWan[promise.indicator])),
      )
      .map(({ indicator }) => fieldOfPromise[indicator]),
  ];
  return fields.length > 0
    ? { is: 'differs', code: 'row.differs', facts: { fields: fields.join(', ') } }
    : { is: 'unchanged' };
}

function ledgerEntry(entry: ContractEntry, seenBy: ReadonlyMap<string, string>): LedgerEntry {
  const { pinyin, initials, spellings } = enterpriseIdentity({
    name: entry.enterpriseName,
    creditCode: entry.creditCode,
    // The check of the sheet has admitted the code.
    creditCodeSeenBy: 'import',
  });
  return {
    creditCode: entry.creditCode,
    creditCodeSeenBy: (entry.creditCode && seenBy.get(entry.creditCode)) || null,
    standing: entry.standing,
    registrationNo: entry.registrationNo,
    projectName: entry.projectName,
    kind: entry.kind,
    enterpriseName: entry.enterpriseName,
    enterpriseSearch: { pinyin, initials, spellings },
    number: entry.contractNo,
    parkId: entry.parkId,
    industryId: entry.industryId,
    signedOn: entry.signedOn,
    amountWan: entry.investment?.wan ?? null,
    amountEntered: entry.investment && { value: entry.investment.value, unit: entry.investment.unit },
    landFree: entry.area === null,
    parcels: entry.area
      ? [{ basis: 'granted', areaMu: entry.area.areaMu, entered: { value: entry.area.value, unit: entry.area.unit } }]
      : [],
    channel: entry.channel,
    handlerName: entry.officer,
    firstContactOn: entry.firstContactOn,
    fullProductionYear: entry.fullProduction && 'year' in entry.fullProduction ? entry.fullProduction.year : null,
    fullProductionOn: entry.fullProduction && 'day' in entry.fullProduction ? entry.fullProduction.day : null,
    energyTce: entry.energyTce,
    rdPercent: entry.rdPercent,
    note: entry.note ?? '',
    milestones: milestoneKinds.flatMap(([field, kind]) =>
      entry[field] ? [{ kind, plannedOn: entry[field], actualOn: null }] : [],
    ),
    promises: entry.promises.map((promise) => ({
      indicator: promise.indicator,
      ...sideOf(promise),
      entered: { value: promise.value, unit: promise.unit },
      ...(promise.indicator === 'output' ? { measuredBy: 'output-value' as const } : {}),
    })),
  };
}

/** 产值（营收） is imported as output. */
const sideOf = (promise: PromisedAmount) =>
  promise.side === 'per-mu' ? { perMuWan: promise.perMuWan } : { totalWan: promise.totalWan };
