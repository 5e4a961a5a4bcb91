import { parentAmong } from '@crm/domain/contracts';
import { firmKey, matchingProjectName } from '@crm/domain/enterprises';
import { amendmentOf, type AmendableContract, type ContractEntry, type RowAmendment } from '@crm/domain/imports';
import { Refusal } from '@crm/domain/refusal';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../../data-access/index.js';
import { parentsOf, supplementsOfProjects, type Amended, type LedgerSupplements } from '../../supplements/index.js';
import type { Standing } from './ledger-book.js';
import { askedAmong, fromKept, fromSheet, type Candidate } from './supplement-candidates.js';
import { foundAmong, standing } from './supplement-standing.js';

/**
 * Supplements and increases of a ledger: finds their contracts and their changes; the supplements room applies them.
 */
export class SupplementRows {
  constructor(private readonly supplements: LedgerSupplements) {}

  /**
   * `coming` are the new contracts of the same sheet. In the order of their signing days, each read against the result
   * of the one before.
   */
  async compare(
    rows: Rows,
    entries: readonly ContractEntry[],
    coming: readonly ContractEntry[],
  ): Promise<Map<number, Standing>> {
    const there = await supplementsOfProjects(rows, entries);
    const standings = new Map(
      entries.flatMap((entry, at): [number, Standing][] => {
        const found = foundAmong(there[at]!, entry);
        return found ? [[entry.row, standing(entry, found)]] : [];
      }),
    );
    const left = inOrder(entries.filter(({ row }) => !standings.has(row)));
    const kept = await parentsOf(rows, left);
    const now = new Map<string, AmendableContract>();
    left.forEach((entry, at) => {
      const candidates = [
        ...kept[at]!.map((one) => fromKept(one)),
        ...coming.filter((one) => projectOf(one) === projectOf(entry)).map(fromSheet),
      ];
      standings.set(entry.row, judged(entry, candidates, now));
    });
    return standings;
  }

  /** `rowOf`: the row of this sheet that brought each contract. Returns what a revert needs, by contract. */
  async enter(
    tx: Tx,
    actor: Actor,
    importId: string,
    entries: readonly ContractEntry[],
    rowOf: ReadonlyMap<string, number>,
    told: (done: number) => void,
  ): Promise<Amended> {
    const amended: Record<string, Amended[string]> = {};
    const reserved = new Set(entries.flatMap(({ contractNo }) => contractNo ?? []));
    for (const [at, entry] of inOrder(entries).entries()) {
      const candidates = (await parentsOf(tx, [entry]))[0]!.map((one) => fromKept(one, rowOf.get(one.contractId)));
      const parent = parentAmong(candidates, naming(entry));
      if (typeof parent === 'string')
        throw new Refusal(parent === 'none' ? 'supplement.no-contract' : 'supplement.which', askedAmong(candidates));
      const read = amendmentOf(entry, parent);
      if ('faults' in read) throw new Refusal(read.faults[0]!.code, read.faults[0]!.facts);
      const { version, was } = await this.supplements.enter(
        tx,
        actor,
        importId,
        parent.key,
        paperOf(entry),
        changesOf(read.amendment),
        reserved,
      );
      const brought = rowOf.has(parent.key);
      amended[parent.key] = { version, was: brought ? null : (amended[parent.key]?.was ?? was) };
      told(at + 1);
    }
    return amended;
  }

  mayTakeBack(rows: Rows, amended: Amended): Promise<void> {
    return this.supplements.demandUntouched(rows, amended);
  }

  takeBack(tx: Tx, importId: string, amended: Amended): Promise<void> {
    return this.supplements.takeBack(tx, importId, amended);
  }
}

const projectOf = (entry: ContractEntry): string => `${firmKey(entry)} ${matchingProjectName(entry.projectName)}`;
const inOrder = (entries: readonly ContractEntry[]): ContractEntry[] =>
  entries.toSorted((a, b) => (a.signedOn < b.signedOn ? -1 : a.signedOn > b.signedOn ? 1 : a.row - b.row));
const naming = ({ parentNo, contractNo, signedOn }: ContractEntry) => ({ parentNo, number: contractNo, signedOn });
const refused = (code: string, field: string, facts: Refusal['facts'] = {}): Standing => ({
  is: 'refused',
  code,
  facts,
  field,
});

function judged(entry: ContractEntry, candidates: readonly Candidate[], now: Map<string, AmendableContract>): Standing {
  const parent = parentAmong(candidates, naming(entry));
  if (parent === 'none') return refused('supplement.no-contract', 'projectName');
  if (parent === 'several') return refused('supplement.which', 'parentNo', askedAmong(candidates));
  if (entry.signedOn < parent.signedOn)
    return refused('date.before-signing', 'signedOn', { signedOn: parent.signedOn });
  if (parent.refused) return refused(parent.refused, 'projectName');
  const read = amendmentOf(entry, now.get(parent.key) ?? parent);
  if ('faults' in read) return refused(read.faults[0]!.code, read.faults[0]!.field, read.faults[0]!.facts);
  now.set(parent.key, read.after);
  return { is: 'new' };
}

const paperOf = ({
  contractNo,
  signedOn,
  note,
  channel,
  officer,
  firstContactOn,
  energyTce,
  rdPercent,
}: ContractEntry) => ({
  number: contractNo,
  signedOn,
  note: note ?? '',
  channel,
  handlerName: officer,
  firstContactOn,
  energyTce,
  rdPercent,
});

const changesOf = ({ increase, land, promises, fullProduction }: RowAmendment) => ({
  ...(increase ? { increase } : {}),
  ...(land ? { land: { add: [{ area: land }] } } : {}),
  ...(promises.length > 0
    ? {
        promises: promises.map((one) => ({
          indicator: one.indicator,
          ...(one.side === 'per-mu'
            ? { perMuWan: one.perMuWan }
            : { total: { value: one.totalWan, unit: 'wan' as const } }),
        })),
      }
    : {}),
  ...(fullProduction ? { fullProductionYear: fullProduction.year, fullProductionOn: fullProduction.on } : {}),
});
