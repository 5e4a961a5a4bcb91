import type { TouchedDrafts } from '@crm/api-contract/commitments';
import { isPerMuCommitment, promiseAgainstStandard, type PerMuCommitment } from '@crm/domain/commitments';
import { standardInForce, type ProvincialStandard } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { SIGNED_STATES, visibleContracts } from '../contracts/index.js';
import { exact, quotient, type Actor } from '../data-access/index.js';
import { allStandards, inForceAt, type Admitted, type ParkPlace, type StoredStandard } from '../standards/index.js';
import { loadCommitments } from '../assessments/index.js';

interface DraftRow {
  id: string;
  number: string;
  enterprise_name: string;
  project_name: string;
  status: 'draft' | 'in-review';
}
type Standards = readonly StoredStandard[];

/**
 * The unsigned contracts that a change of standards affects, as far as the actor may see them. They are compared with
 * the standard of today and of each first day of a new version, before and after. Percentages refer to the promised
 * total. Signed contracts keep the standard of their signing day and are only counted.
 */
export async function touchedDrafts(
  rows: Rows,
  actor: Actor,
  today: string,
  admitted: readonly Admitted<ProvincialStandard>[],
): Promise<TouchedDrafts> {
  const before = await allStandards(rows);
  const { added, after } = changed(before, admitted);
  const places = new Map(
    (await rows.rows<ParkPlace>('SELECT id, park_class AS "parkClass", region FROM park')).map((park) => [
      park.id,
      park,
    ]),
  );
  const where = visibleContracts(actor, today).and(`t.status IN ('draft', 'in-review')`);
  const found = await rows.rows<DraftRow>(
    `SELECT t.id, t.number, t.status, e.name AS enterprise_name, j.name AS project_name
     FROM contract t
     JOIN enterprise e ON e.id = t.enterprise_id
     JOIN investment_project j ON j.id = t.project_id ${where.sql}
     ORDER BY t.number`,
    where.values,
  );
  const records = new Map(found.map((row) => [row.id, row]));
  const days = [...new Set([today, ...added.map(({ validFrom }) => validFrom).filter((day) => day > today)])].sort();
  const drafts = (await loadCommitments(rows, [...records.keys()])).flatMap((one) => {
    // A commitment without a standard is not affected.
    if (!isPerMuCommitment(one.commitment)) return [];
    const touched = touchedOn(days, one.commitment, one.industryId, places.get(one.parkId), before, after);
    const record = records.get(one.commitment.contractId);
    return touched && record
      ? [
          {
            contractId: record.id,
            number: record.number,
            enterpriseName: record.enterprise_name,
            projectName: record.project_name,
            status: record.status,
            indicator: one.commitment.indicator,
            ...touched,
          },
        ]
      : [];
  });
  const turned = (turns: string): number =>
    new Set(drafts.filter((one) => one.turns === turns).map(({ contractId }) => contractId)).size;
  return {
    drafts: drafts.sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)),
    becomeBelow: turned('below'),
    becomeClear: turned('clear'),
    signed: await signedThere(rows, actor, today, added, places),
  };
}

/** The versions after the change: followed versions end, the new ones are added. */
function changed(
  before: Standards,
  admitted: readonly Admitted<ProvincialStandard>[],
): { added: ProvincialStandard[]; after: Standards } {
  const fresh = admitted.filter(({ admission }) => admission.is === 'new');
  const ends = new Map(
    fresh.flatMap(({ admission }) =>
      admission.is === 'new' && admission.closes ? [[admission.closes, admission.closesOn!] as const] : [],
    ),
  );
  const ended = <Version extends ProvincialStandard>(row: Version): Version =>
    ends.has(row.id) ? { ...row, validTo: ends.get(row.id)! } : row;
  const added = fresh.map(({ version }) => ended(version));
  return { added, after: [...before.map(ended), ...added.map((row) => ({ ...row, derived: false }))] };
}

/** On the first day on which the standard would differ. */
function touchedOn(
  days: readonly string[],
  commitment: PerMuCommitment,
  industryId: string,
  place: ParkPlace | undefined,
  before: Standards,
  after: Standards,
) {
  if (!place) return undefined;
  for (const from of days) {
    const [was, becomes] = [before, after].map(
      (standards) => inForceAt(standards, place, industryId, from)[commitment.indicator],
    );
    if (was?.perMuWan === becomes?.perMuWan || (was && becomes && exact(was.perMuWan) === exact(becomes.perMuWan)))
      continue;
    const [a, b] = [was, becomes].map((standard) => promiseAgainstStandard(commitment, standard ?? null));
    return {
      from,
      promisedPerMuWan: quotient(a!.promisedPerMuWan),
      before: standingView(a!),
      after: standingView(b!),
      turns:
        a!.belowStandard === b!.belowStandard
          ? ('same' as const)
          : b!.belowStandard
            ? ('below' as const)
            : ('clear' as const),
    };
  }
  return undefined;
}

const standingView = (against: ReturnType<typeof promiseAgainstStandard>) => ({
  perMuWan: exact(against.standardPerMuWan),
  percent: quotient(against.percentOfStandard),
  belowStandard: against.belowStandard,
});

async function signedThere(
  rows: Rows,
  actor: Actor,
  today: string,
  added: readonly ProvincialStandard[],
  places: ReadonlyMap<string, ParkPlace>,
): Promise<number> {
  const where = visibleContracts(actor, today)
    .and(`t.status IN ${SIGNED_STATES}`)
    .and(
      'EXISTS (SELECT 1 FROM commitment m WHERE m.contract_id = t.id AND m.indicator = ANY(?))',
      added.map(({ indicator }) => indicator),
    );
  const groups = await rows.rows<{ park_id: string; industry_id: string; count: number }>(
    `SELECT t.park_id, t.industry_id, count(*)::int AS count FROM contract t ${where.sql} GROUP BY 1, 2`,
    where.values,
  );
  const covered = (parkId: string, industry: string): boolean => {
    const place = places.get(parkId);
    return (
      place !== undefined &&
      added.some(
        (row) =>
          standardInForce([row], {
            indicator: row.indicator,
            park: place.id,
            parkClass: place.parkClass,
            region: place.region,
            industry,
            day: row.validFrom,
          }) !== null,
      )
    );
  };
  return groups
    .filter(({ park_id, industry_id }) => covered(park_id, industry_id))
    .reduce((sum, { count }) => sum + count, 0);
}
