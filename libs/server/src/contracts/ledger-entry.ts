import { contractAreaMu, type ContractKind, type MilestoneKind } from '@crm/domain/contracts';
import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { plain, type AreaBasis, type AreaUnit, type MoneyUnit } from '@crm/domain/quantities';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { enterpriseTable } from '../enterprises/index.js';
import { allStandards, inForceAt, type ParkPlace } from '../standards/index.js';
import { contractTable, investmentProjectTable, milestoneTable, parcelTable } from './contract.entity.js';
import { toKeep } from './contracts.store.js';
import type { KeptStandards } from './promises.js';
import { keepStandards } from './sign-contract.service.js';

/** A row of a ledger is the same contract when credit code, project name (spelling forgiven) and kind agree. */
export interface ContractKey {
  readonly creditCode: string;
  readonly projectName: string;
  readonly kind: ContractKind;
  /** Two contracts of one project have different numbers. */
  readonly contractNo?: string | null;
}

/** A number the product gave (HT-2023-0001); an office knows its contract by another one, or by none. */
const ownNumber = /^HT-\d{4}-\d+$/u;
const sameNumber = (stored: string, contractNo: string | null | undefined): boolean =>
  !contractNo || stored === contractNo || ownNumber.test(stored);

/** One signed contract as a ledger has it: read, checked and in 万元 and 亩 already. */
export interface LedgerContract extends ContractKey {
  readonly enterpriseName: string;
  /** What the firm is searched by; the room of enterprises makes them. */
  readonly enterpriseSearch?: {
    readonly shortName?: string;
    readonly pinyin?: string;
    readonly initials?: string;
    readonly spellings?: string;
  };
  readonly number?: string | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signedOn: string;
  readonly amountWan: string | null;
  readonly amountEntered: { readonly value: string; readonly unit: MoneyUnit } | null;
  readonly landFree: boolean;
  readonly parcels: readonly {
    readonly code?: string;
    readonly phase?: string;
    readonly basis: AreaBasis;
    readonly areaMu: string;
    readonly entered: { readonly value: string; readonly unit: AreaUnit };
  }[];
  readonly channel: string | null;
  readonly handlerName: string | null;
  readonly firstContactOn: string | null;
  readonly fullProductionYear: number | null;
  readonly fullProductionOn?: string | null;
  readonly energyTce: string | null;
  readonly rdPercent: string | null;
  readonly milestones: readonly {
    readonly kind: MilestoneKind;
    readonly plannedOn: string | null;
    readonly actualOn: string | null;
  }[];
  readonly note?: string;
  /** Marks what the demo brings along; a ledger's own rows are never marked. */
  readonly demo?: boolean;
}

/** A contract that is there already, with what a row is compared by. */
export interface FoundContract extends ContractKey {
  readonly contractId: string;
  readonly number: string;
  readonly enterpriseId: string;
  readonly importId: string | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signedOn: string | null;
  readonly amountWan: string | null;
  readonly areaMu: string | null;
  readonly fullProductionYear: number | null;
  /** 万元/亩 of the promises in force, where they are per mu. */
  readonly perMuWan: Readonly<Partial<Record<'investment' | 'output' | 'tax', string>>>;
  /** 万元 of those that are whole amounts. */
  readonly totalWan: Readonly<Partial<Record<'investment' | 'output' | 'tax', string>>>;
}

/**
 * By key, in the order asked; undefined where there is none. Without a number the first contract of the project is
 * meant. A project has many supplements: those are found by `supplementsOfProjects`.
 */
export async function findContracts(rows: Rows, keys: readonly ContractKey[]): Promise<(FoundContract | undefined)[]> {
  interface Found extends Omit<FoundContract, keyof ContractKey | 'perMuWan' | 'totalWan'> {
    readonly n: number;
    readonly perMuWan: FoundContract['perMuWan'] | null;
    readonly totalWan: FoundContract['totalWan'] | null;
  }
  const found = await rows.rows<Found>(
    `SELECT
       k.n::int AS n, c.id AS "contractId",
       ${contractTable.pick('c', 'number', 'enterpriseId', 'importId', 'parkId', 'industryId', 'signedOn')},
       ${contractTable.pick('c', 'amountWan', 'areaMu', 'fullProductionYear')},
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.per_mu_wan)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.per_mu_wan IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS "perMuWan",
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.total)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.total IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS "totalWan"
     FROM unnest($1::text[], $2::text[], $3::text[])
     WITH ORDINALITY AS k(code, match_name, kind, n)
     JOIN enterprise e ON e.credit_code = k.code
     JOIN investment_project j ON j.enterprise_id = e.id AND j.match_name = k.match_name
     JOIN contract c ON c.project_id = j.id AND c.kind = k.kind AND c.kind <> 'supplement' AND c.status <> 'void'
     ORDER BY k.n, c.signed_on, c.number`,
    [
      keys.map((key) => key.creditCode),
      keys.map((key) => matchingProjectName(key.projectName)),
      keys.map((key) => key.kind),
    ],
  );
  const answer: (FoundContract | undefined)[] = keys.map(() => undefined);
  for (const { n, perMuWan, totalWan, ...row } of found) {
    const key = keys[n - 1] as ContractKey;
    // The contract of that number comes before one that the product numbered.
    if (!sameNumber(row.number, key.contractNo) || (answer[n - 1] && row.number !== key.contractNo)) continue;
    answer[n - 1] = { ...key, ...row, perMuWan: perMuWan ?? {}, totalWan: totalWan ?? {} };
  }
  return answer;
}

/** A contract that was entered, with the standards kept for its signing day. */
export interface EnteredContract {
  readonly contractId: string;
  readonly areaMu: string | null;
  readonly standards: KeptStandards;
}

/**
 * Enters signed contracts of a ledger, none of them a supplement, set by set: firms by credit code, projects by name,
 * parcels, milestones and the standard of each signing day. The promises on them
 * are entered by the room of commitments, which says what of them lies `below` a standard: signed long ago, it is
 * recorded and flagged, never refused.
 */
export async function enterContracts(
  tx: Tx,
  actor: Actor,
  importId: string | null,
  entries: readonly LedgerContract[],
  below: (at: number, entered: EnteredContract) => boolean = () => false,
): Promise<EnteredContract[]> {
  const firms = await enterFirms(tx, importId, entries);
  const projects = await enterProjects(tx, importId, entries, firms);
  const numbers = await tx.rows<{ n: string }>(
    `SELECT lpad(n::text, greatest(4, length(n::text)), '0') AS n
     FROM (SELECT nextval('contract_number') AS n FROM generate_series(1, $1)) AS drawn`,
    [entries.length],
  );
  const standards = await allStandards(tx);
  const places = new Map(
    (await tx.rows<ParkPlace>('SELECT id, park_class AS "parkClass", region FROM park')).map((park) => [park.id, park]),
  );
  const entered = entries.map((entry): EnteredContract => {
    const area = contractAreaMu(entry.parcels);
    const park = places.get(entry.parkId);
    return {
      contractId: newId(),
      areaMu: area && plain(area),
      standards: park
        ? toKeep(inForceAt(standards, park, entry.industryId, entry.signedOn))
        : { investment: null, output: null, tax: null },
    };
  });
  await contractTable.insertMany(
    tx,
    entries.map((entry, i) => ({
      id: entered[i]!.contractId,
      number: entry.number ?? `HT-${entry.signedOn.slice(0, 4)}-${numbers[i]!.n}`,
      kind: entry.kind,
      status: 'signed' as const,
      enterpriseId: found(firms, entry.creditCode),
      projectId: found(projects, projectKey(entry, firms)),
      parkId: entry.parkId,
      industryId: entry.industryId,
      signedOn: entry.signedOn,
      amountWan: entry.amountWan,
      amountEntered: entry.amountEntered,
      areaMu: entered[i]!.areaMu,
      landFree: entry.landFree,
      channel: entry.channel,
      handlerName: entry.handlerName,
      officerId: null,
      firstContactOn: entry.firstContactOn,
      fullProductionYear: entry.fullProductionYear,
      fullProductionOn: entry.fullProductionOn ?? null,
      energyTce: entry.energyTce,
      rdPercent: entry.rdPercent,
      termFrom: null,
      termTo: null,
      note: entry.note ?? '',
      belowStandard: below(i, entered[i]!),
      createdBy: actor.userId,
      importId,
      demo: entry.demo ?? false,
    })),
  );
  await parcelTable.insertMany(
    tx,
    entries.flatMap((entry, i) =>
      entry.parcels.map((parcel) => ({
        id: newId(),
        contractId: entered[i]!.contractId,
        code: parcel.code ?? '',
        phase: parcel.phase ?? '',
        basis: parcel.basis,
        enteredValue: parcel.entered.value,
        enteredUnit: parcel.entered.unit,
        areaMu: parcel.areaMu,
        enteredBy: actor.userId,
        importId,
      })),
    ),
  );
  await milestoneTable.insertMany(
    tx,
    entries.flatMap((entry, i) =>
      entry.milestones.map(({ kind, plannedOn, actualOn }) => ({
        id: newId(),
        contractId: entered[i]!.contractId,
        kind,
        plannedOn,
        actualOn,
        demo: entry.demo ?? false,
      })),
    ),
  );
  await keepStandards(tx, entered);
  return entered;
}

/** What was entered just before. */
function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was not entered`);
  return id;
}

/** Credit code → firm. A firm that is there keeps what is known of it. */
async function enterFirms(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(entry.creditCode)) first.set(entry.creditCode, entry);
  await enterpriseTable.insertMany(
    tx,
    [...first.values()].map((entry) => ({
      id: newId(),
      name: entry.enterpriseName,
      matchName: matchingName(entry.enterpriseName),
      shortName: entry.enterpriseSearch?.shortName ?? '',
      pinyin: entry.enterpriseSearch?.pinyin ?? '',
      initials: entry.enterpriseSearch?.initials ?? '',
      spellings: entry.enterpriseSearch?.spellings ?? '',
      creditCode: entry.creditCode,
      parkId: entry.parkId,
      industryId: entry.industryId,
      importId,
      demo: entry.demo ?? false,
    })),
    '(credit_code) DO NOTHING',
  );
  const firms = await tx.rows<{ id: string; credit_code: string }>(
    'SELECT id, credit_code FROM enterprise WHERE credit_code = ANY($1)',
    [[...first.keys()]],
  );
  return new Map(firms.map((row) => [row.credit_code, row.id]));
}

const projectKey = (entry: ContractKey, firms: ReadonlyMap<string, string>): string =>
  `${firms.get(entry.creditCode)} ${matchingProjectName(entry.projectName)}`;

async function enterProjects(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
  firms: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(projectKey(entry, firms))) first.set(projectKey(entry, firms), entry);
  await investmentProjectTable.insertMany(
    tx,
    [...first.values()].map((entry) => ({
      id: newId(),
      enterpriseId: found(firms, entry.creditCode),
      parkId: entry.parkId,
      industryId: entry.industryId,
      name: entry.projectName,
      matchName: matchingProjectName(entry.projectName),
      importId,
      demo: entry.demo ?? false,
    })),
    'ON CONSTRAINT investment_project_once DO NOTHING',
  );
  const projects = await tx.rows<{ id: string; enterprise_id: string; match_name: string }>(
    'SELECT id, enterprise_id, match_name FROM investment_project WHERE enterprise_id = ANY($1)',
    [[...new Set(firms.values())]],
  );
  return new Map(projects.map((row) => [`${row.enterprise_id} ${row.match_name}`, row.id]));
}
