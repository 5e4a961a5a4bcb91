import type { Milestone, Parcel } from '@crm/api-contract/contracts';
import { owedOn } from '@crm/domain/contracts';
import { daysBetween } from '@crm/domain/days';
import { sqmFromMu } from '@crm/domain/quantities';
import type { ShownOf } from '@crm/platform/db';
import { quotient, shaped } from '../data-access/index.js';
import { milestoneTable, parcelTable } from './contract.entity.js';

export interface ParcelRow extends ShownOf<typeof parcelTable> {
  readonly contractNumber: string;
}
export const PARCEL_COLUMNS = `${parcelTable.columns('t')}, c.number AS "contractNumber"`;
export const PARCEL_FROM = 'parcel t JOIN contract c ON c.id = t.contract_id';

export const parcelView = ({ enteredValue, enteredUnit, ...row }: ParcelRow): Parcel =>
  shaped<Parcel>()({
    ...row,
    areaSqm: quotient(sqmFromMu(row.areaMu)) ?? '',
    entered: { value: enteredValue, unit: enteredUnit },
  });

export interface MilestoneRow extends ShownOf<typeof milestoneTable> {
  readonly contractNumber: string;
  readonly enterpriseName: string;
  readonly extensions: Milestone['extensions'] | null;
}
const EXTENSIONS = `
  (
    SELECT
      jsonb_agg(
        jsonb_build_object(
          'id', x.id, 'toDay', x.to_day, 'reason', x.reason, 'requestedBy', rb.name, 'approvedBy', ab.name,
          'grantedAt', x.granted_at
        )
        ORDER BY x.granted_at, x.id
      )
    FROM milestone_extension x
    LEFT JOIN app_user rb ON rb.id = x.requested_by
    LEFT JOIN app_user ab ON ab.id = x.approved_by
    WHERE x.milestone_id = t.id
  )
`;
export const MILESTONE_COLUMNS = `
  ${milestoneTable.columns('t')}, c.number AS "contractNumber", e.name AS "enterpriseName",
  ${EXTENSIONS} AS extensions
`;
export const MILESTONE_FROM =
  'milestone t JOIN contract c ON c.id = t.contract_id JOIN enterprise e ON e.id = c.enterprise_id';

export function milestoneView(row: MilestoneRow): Milestone {
  // Inside JSON the database writes an instant in its own way.
  const extensions = (row.extensions ?? []).map((one) => ({
    ...one,
    grantedAt: new Date(one.grantedAt).toISOString(),
  }));
  return shaped<Milestone>()({
    ...row,
    daysLate: row.plannedOn && row.actualOn ? daysBetween(row.plannedOn, row.actualOn) : null,
    owedOn: owedOn({ ...row, extendedTo: extensions.map((one) => one.toDay) }),
    extensions,
  });
}

/** The day a milestone is owed, after its extensions, in SQL. */
export const owedOnOf = (t: string): string =>
  `greatest(${t}.planned_on, (SELECT max(x.to_day) FROM milestone_extension x WHERE x.milestone_id = ${t}.id))`;
