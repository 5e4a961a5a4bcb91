import { contractAreaMu, type ContractKind, type MilestoneKind } from '@crm/domain/contracts';
import { matchingName, matchingProjectName } from '@crm/domain/enterprises';
import { plain, type AreaBasis, type AreaUnit, type MoneyUnit } from '@crm/domain/quantities';
import { newId, type Rows, type Tx } from '@crm/platform/db';
import { insertMany, type Actor } from '../data-access/index.js';
import { allStandards, inForceAt, type ParkPlace } from '../standards/index.js';
import { toKeep } from './contracts.store.js';
import type { KeptStandards } from './promises.js';
import { keepStandards } from './sign-contract.service.js';

/** A row of a ledger is the same contract when credit code, project name (spelling forgiven) and kind agree. */
export interface ContractKey {
  readonly creditCode: string;
  readonly projectName: string;
  readonly kind: ContractKind;
}

/** One signed contract as a ledger has it: read, checked and in 万元 and 亩 already. */
export interface LedgerContract extends ContractKey {
  readonly enterpriseName: string;
  /** What the firm is searched by; the room of enterprises makes them. */
  readonly enterpriseSearch?: { readonly shortName?: string; readonly pinyin?: string; readonly initials?: string };
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
 * By key, in the order asked; undefined where there is none. A project has many supplements: those are found by
 * `supplementsOfProjects`.
 */
export async function findContracts(rows: Rows, keys: readonly ContractKey[]): Promise<(FoundContract | undefined)[]> {
  interface Found {
    n: number;
    contract_id: string;
    number: string;
    enterprise_id: string;
    import_id: string | null;
    park_id: string;
    industry_id: string;
    signed_on: string | null;
    amount_wan: string | null;
    area_mu: string | null;
    full_production_year: number | null;
    per_mu: Record<string, string> | null;
    total: Record<string, string> | null;
  }
  const found = await rows.rows<Found>(
    `SELECT
       k.n::int AS n, c.id AS contract_id, c.number, c.enterprise_id, c.import_id, c.park_id, c.industry_id,
       c.signed_on, c.amount_wan, c.area_mu, c.full_production_year,
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.per_mu_wan)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.per_mu_wan IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS per_mu,
       (
         SELECT jsonb_object_agg(m.indicator, trim_scale(t.total)::text)
         FROM commitment m
         JOIN commitment_term t ON t.commitment_id = m.id AND t.known_to IS NULL AND t.total IS NOT NULL
         WHERE m.contract_id = c.id
       ) AS total
     FROM unnest($1::text[], $2::text[], $3::text[])
     WITH ORDINALITY AS k(code, match_name, kind, n)
     JOIN enterprise e ON e.credit_code = k.code
     JOIN investment_project j ON j.enterprise_id = e.id AND j.match_name = k.match_name
     JOIN contract c ON c.project_id = j.id AND c.kind = k.kind AND c.kind <> 'supplement' AND c.status <> 'void'`,
    [
      keys.map((key) => key.creditCode),
      keys.map((key) => matchingProjectName(key.projectName)),
      keys.map((key) => key.kind),
    ],
  );
  const answer: (FoundContract | undefined)[] = keys.map(() => undefined);
  for (const row of found) {
    const key = keys[row.n - 1] as ContractKey;
    answer[row.n - 1] = {
      ...key,
      contractId: row.contract_id,
      number: row.number,
      enterpriseId: row.enterprise_id,
      importId: row.import_id,
      parkId: row.park_id,
      industryId: row.industry_id,
      signedOn: row.signed_on,
      amountWan: row.amount_wan && plain(row.amount_wan),
      areaMu: row.area_mu && plain(row.area_mu),
      fullProductionYear: row.full_production_year,
      perMuWan: row.per_mu ?? {},
      totalWan: row.total ?? {},
    };
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
  const rows = entries.map((entry, i) => ({
    id: entered[i]!.contractId,
    number: entry.number ?? `HT-${entry.signedOn.slice(0, 4)}-${numbers[i]!.n}`,
    kind: entry.kind,
    status: 'signed',
    enterprise_id: firms.get(entry.creditCode),
    project_id: projects.get(projectKey(entry, firms)),
    park_id: entry.parkId,
    industry_id: entry.industryId,
    signed_on: entry.signedOn,
    amount_wan: entry.amountWan,
    amount_entered: entry.amountEntered && JSON.stringify(entry.amountEntered),
    area_mu: entered[i]!.areaMu,
    land_free: entry.landFree,
    channel: entry.channel,
    handler_name: entry.handlerName,
    first_contact_on: entry.firstContactOn,
    full_production_year: entry.fullProductionYear,
    full_production_on: entry.fullProductionOn ?? null,
    energy_tce: entry.energyTce,
    rd_percent: entry.rdPercent,
    note: entry.note ?? '',
    below_standard: below(i, entered[i]!),
    created_by: actor.userId,
    import_id: importId,
    demo: entry.demo ?? false,
  }));
  await insertMany(tx, 'contract', CONTRACT_TYPES, rows);
  await insertMany(
    tx,
    'parcel',
    {
      id: 'uuid',
      contract_id: 'uuid',
      code: 'text',
      phase: 'text',
      basis: 'text',
      entered_value: 'numeric',
      entered_unit: 'text',
      area_mu: 'numeric',
      entered_by: 'uuid',
      import_id: 'uuid',
    },
    entries.flatMap((entry, i) =>
      entry.parcels.map((parcel) => ({
        id: newId(),
        contract_id: entered[i]!.contractId,
        code: parcel.code ?? '',
        phase: parcel.phase ?? '',
        basis: parcel.basis,
        entered_value: parcel.entered.value,
        entered_unit: parcel.entered.unit,
        area_mu: parcel.areaMu,
        entered_by: actor.userId,
        import_id: importId,
      })),
    ),
  );
  await insertMany(
    tx,
    'milestone',
    { id: 'uuid', contract_id: 'uuid', kind: 'text', planned_on: 'date', actual_on: 'date', demo: 'boolean' },
    entries.flatMap((entry, i) =>
      entry.milestones.map((milestone) => ({
        id: newId(),
        contract_id: entered[i]!.contractId,
        kind: milestone.kind,
        planned_on: milestone.plannedOn,
        actual_on: milestone.actualOn,
        demo: entry.demo ?? false,
      })),
    ),
  );
  await keepStandards(tx, entered);
  return entered;
}

const CONTRACT_TYPES = {
  id: 'uuid',
  number: 'text',
  kind: 'text',
  status: 'text',
  enterprise_id: 'uuid',
  project_id: 'uuid',
  park_id: 'uuid',
  industry_id: 'uuid',
  signed_on: 'date',
  amount_wan: 'numeric',
  amount_entered: 'jsonb',
  area_mu: 'numeric',
  land_free: 'boolean',
  channel: 'text',
  handler_name: 'text',
  first_contact_on: 'date',
  full_production_year: 'int',
  full_production_on: 'date',
  energy_tce: 'numeric',
  rd_percent: 'numeric',
  note: 'text',
  below_standard: 'boolean',
  created_by: 'uuid',
  import_id: 'uuid',
  demo: 'boolean',
} as const;

/** Credit code → firm. A firm that is there keeps what is known of it. */
async function enterFirms(
  tx: Tx,
  importId: string | null,
  entries: readonly LedgerContract[],
): Promise<Map<string, string>> {
  const first = new Map<string, LedgerContract>();
  for (const entry of entries) if (!first.has(entry.creditCode)) first.set(entry.creditCode, entry);
  await insertMany(
    tx,
    'enterprise',
    {
      id: 'uuid',
      name: 'text',
      match_name: 'text',
      short_name: 'text',
      pinyin: 'text',
      initials: 'text',
      credit_code: 'text',
      park_id: 'uuid',
      industry_id: 'uuid',
      import_id: 'uuid',
      demo: 'boolean',
    },
    [...first.values()].map((entry) => ({
      id: newId(),
      name: entry.enterpriseName,
      match_name: matchingName(entry.enterpriseName),
      short_name: entry.enterpriseSearch?.shortName ?? '',
      pinyin: entry.enterpriseSearch?.pinyin ?? '',
      initials: entry.enterpriseSearch?.initials ?? '',
      credit_code: entry.creditCode,
      park_id: entry.parkId,
      industry_id: entry.industryId,
      import_id: importId,
      demo: entry.demo ?? false,
    })),
    'ON CONFLICT (credit_code) DO NOTHING',
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
  await insertMany(
    tx,
    'investment_project',
    {
      id: 'uuid',
      enterprise_id: 'uuid',
      park_id: 'uuid',
      industry_id: 'uuid',
      name: 'text',
      match_name: 'text',
      import_id: 'uuid',
      demo: 'boolean',
    },
    [...first.values()].map((entry) => ({
      id: newId(),
      enterprise_id: firms.get(entry.creditCode),
      park_id: entry.parkId,
      industry_id: entry.industryId,
      name: entry.projectName,
      match_name: matchingProjectName(entry.projectName),
      import_id: importId,
      demo: entry.demo ?? false,
    })),
    'ON CONFLICT ON CONSTRAINT investment_project_once DO NOTHING',
  );
  const projects = await tx.rows<{ id: string; enterprise_id: string; match_name: string }>(
    'SELECT id, enterprise_id, match_name FROM investment_project WHERE enterprise_id = ANY($1)',
    [[...new Set(firms.values())]],
  );
  return new Map(projects.map((row) => [`${row.enterprise_id} ${row.match_name}`, row.id]));
}
