import { contractAreaMu } from '@crm/domain/contracts';
import { firmKey } from '@crm/domain/enterprises';
import { plain } from '@crm/domain/quantities';
import { newId, type Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { allStandards, inForceAt, type ParkPlace } from '../standards/index.js';
import { contractTable, milestoneTable, parcelTable } from './contract.entity.js';
import { toKeep } from './contracts.store.js';
import type { KeptStandards } from './promises.js';
import { keepStandards } from './sign-contract.service.js';
import type { LedgerContract } from './ledger-contract.js';
import { enterFirms, enterProjects, found, projectKey } from './enter-projects.js';

/** An entered contract, with the standards stored for its signing day. */
export interface EnteredContract {
  readonly contractId: string;
  readonly areaMu: string | null;
  readonly standards: KeptStandards;
}

/**
 * Enters signed contracts of a ledger, none of them a supplement, set by set: enterprises by credit code, projects by
 * name, parcels, milestones and the standard of each signing day. The commitments room enters the commitments and
 * returns which are `below` a standard. They were signed long ago, so they are recorded and flagged, never refused.
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
      enterpriseId: found(firms, firmKey(entry)),
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
