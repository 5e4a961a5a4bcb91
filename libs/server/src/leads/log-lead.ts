import { can } from '@crm/api-contract/permissions';
import type { leads } from '@crm/api-contract/leads';
import type { InputOf } from '@crm/api-contract/wire';
import { dayOfInstant } from '@crm/domain/days';
import { matchingProjectName } from '@crm/domain/enterprises';
import { firstReport } from '@crm/domain/leads';
import { plain, typedArea, typedMoney } from '@crm/domain/quantities';
import { Refusal, isRefusal, type Facts, type FieldFault } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import {
  assertReferences,
  contactTable,
  enterpriseByIdentity,
  enterpriseIdentity,
  enterpriseTable,
  lockIdentity,
  isOfName,
  refuseFormerName,
} from '../enterprises/index.js';
import { known, type Actor } from '../data-access/index.js';
import { leadTable } from './lead.entity.js';
import type { LeadRow } from './lead.view.js';
import { leadOfAnyScope, leadSearchText, reportsOn, type ReportRow } from './leads.store.js';

export type NewLeadInput = InputOf<typeof leads.create>['body'];

/**
 * Another officer holds the first-report right. The report is kept as a co-report of that lead, outside the transaction
 * that is rolled back.
 */
export class FirstReported extends Refusal {
  constructor(
    readonly leadId: string,
    facts: Facts,
  ) {
    super('lead.first-reported', facts, 'conflict');
  }
}

/**
 * Creates a lead for the enterprise, and registers the enterprise if it is new. Refuses `lead.duplicate`: the same
 * owner works on the same project. Refuses `lead.first-reported`: a colleague reported first, and no reason was given.
 * Refuses `enterprise.renamed`: an enterprise once had this name, and no reason was given.
 * Refuses `enterprise.code-of-another`: name and code are two enterprises, and no reason was given. With a reason the
 * lead is for the enterprise of the name, and the code stays where it is.
 */
export async function logLead(tx: Tx, actor: Actor, input: NewLeadInput): Promise<LeadRow> {
  assertAsTyped(input);
  const ownerId = input.ownerId ?? actor.userId;
  const typed = enterpriseIdentity(
    { name: input.enterpriseName, creditCode: input.creditCode },
    { name: 'enterpriseName', creditCode: 'creditCode' },
  );
  await lockIdentity(tx, typed.matchName, typed.creditCode);
  // A person who gives a reason says that it is another enterprise than the one of a similar name.
  const exact = input.overrideReason !== undefined;
  const [, , byCodeOrName] = await Promise.all([
    assertReferences(tx, input),
    ownerId === actor.userId ? undefined : assertOwner(tx, actor, ownerId),
    enterpriseByIdentity(tx, typed, { exact }),
  ]);
  const ofAnother = byCodeOrName ? await isOfAnother(tx, byCodeOrName, typed) : false;
  const identity = ofAnother && exact ? { ...typed, creditCode: null } : typed;
  const found = ofAnother && exact ? await enterpriseByIdentity(tx, identity, { exact }) : byCodeOrName;
  if (!found && !exact) await refuseFormerName(tx, identity, '/enterpriseName');
  const enterpriseId = found?.id ?? newId();
  const projectMatchName = matchingProjectName(input.projectName);
  if (found)
    refuseReported(
      await reportsOn(tx, actor, [found.id]),
      { ownerId, projectMatchName, ...identity },
      input.overrideReason,
    );
  if (found && ofAnother && !exact) refuseCode(found, typed);

  // In this order and in one packet; the last statement reads the lead just written.
  const written: Promise<unknown>[] = [];
  if (!found)
    written.push(
      enterpriseTable.insert(tx, {
        ...identity,
        id: enterpriseId,
        parkId: null,
        industryId: input.industryId ?? null,
      }),
    );
  else if (!found.creditCode && identity.creditCode)
    written.push(enterpriseTable.update(tx, { id: found.id }, { creditCode: identity.creditCode }));
  const contactId = input.contactName || input.contactPhone ? newId() : null;
  if (contactId)
    written.push(
      contactTable.insert(tx, {
        id: contactId,
        enterpriseId,
        name: input.contactName ?? '',
        phone: input.contactPhone ?? '',
        createdBy: actor.userId,
      }),
    );
  const id = newId();
  written.push(
    leadTable.insert(tx, {
      ...leadTable.givenIn(input),
      id,
      enterpriseId,
      ownerId,
      createdBy: actor.userId,
      contactId,
      overrideReason: input.overrideReason ?? null,
      projectMatchName,
      searchText: leadSearchText(found ?? identity, input.projectName),
    }),
  );
  const logged = leadOfAnyScope(tx, id);
  await Promise.all([...written, logged]);
  return known(await logged);
}

/** Whether the typed code belongs to this enterprise, and the typed name does not. */
const isOfAnother = async (
  tx: Tx,
  found: NonNullable<Awaited<ReturnType<typeof enterpriseByIdentity>>>,
  typed: { readonly name: string; readonly creditCode: string | null },
): Promise<boolean> =>
  typed.creditCode !== null && found.creditCode === typed.creditCode && !(await isOfName(tx, found, typed.name));

/** Refuses `enterprise.code-of-another` with both enterprises; the person chooses one. */
function refuseCode(
  owner: { readonly id: string; readonly name: string },
  typed: { readonly name: string; readonly creditCode: string | null },
): never {
  const params = { enterpriseId: owner.id, name: owner.name, typed: typed.name, creditCode: typed.creditCode };
  throw Refusal.fields([{ pointer: '/creditCode', code: 'enterprise.code-of-another', params }]);
}

function refuseReported(
  reports: readonly ReportRow[],
  lead: { ownerId: string; projectMatchName: string; matchName: string; creditCode: string | null },
  overrideReason: string | undefined,
): void {
  const own = reports.find(
    (report) => report.ownerId === lead.ownerId && report.projectMatchName === lead.projectMatchName,
  );
  if (own) throw Refusal.conflict('lead.duplicate', factsOf(own));
  if (overrideReason) return;
  const first = firstReport(
    reports.map((report) => ({
      leadId: report.leadId,
      ownerId: report.ownerId,
      creditCode: report.creditCode,
      matchName: report.matchName,
      reportedAt: report.createdAt,
    })),
    lead,
  );
  const report = first && reports.find(({ leadId }) => leadId === first.leadId);
  if (report) throw new FirstReported(report.leadId, factsOf(report));
}

/** What may be shown of another lead: everything within scope, otherwise only its department and the day. */
function factsOf(report: ReportRow): Facts {
  const always = {
    departmentName: report.departmentName ?? '—',
    reportedOn: dayOfInstant(report.createdAt),
    visible: report.visible,
  };
  return report.visible
    ? {
        ...always,
        leadId: report.leadId,
        enterpriseName: report.enterpriseName,
        projectName: report.projectName,
        stage: report.stage,
        ownerName: report.ownerName,
      }
    : always;
}

/** Refuses `amount.as-typed` if the typed text does not equal the number: the unit was wrong. */
export function assertAsTyped(input: {
  readonly investmentWan?: string | undefined;
  readonly investmentTyped?: string | undefined;
  readonly areaMu?: string | null | undefined;
  readonly areaTyped?: string | null | undefined;
}): void {
  const faults: FieldFault[] = [];
  const compare = (pointer: string, read: () => string, amount: string | null | undefined) => {
    try {
      if (amount === undefined || amount === null || read() !== plain(amount))
        faults.push({ pointer, code: 'amount.as-typed' });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      faults.push({ pointer, code: error.code, params: error.facts });
    }
  };
  const { investmentTyped, areaTyped } = input;
  if (investmentTyped) compare('/investmentTyped', () => typedMoney(investmentTyped, 'wan').wan, input.investmentWan);
  if (areaTyped) compare('/areaTyped', () => typedArea(areaTyped, 'mu').areaMu, input.areaMu);
  if (faults.length > 0) throw Refusal.fields(faults);
}

/**
 * Anyone who works on leads can own one; only those who may assign can give it to another person. Refuses
 * `user.unknown` and `access.denied`.
 */
async function assertOwner(tx: Tx, actor: Actor, ownerId: string): Promise<void> {
  if (!can(actor, 'assign', 'Lead')) throw Refusal.forbidden('access.denied', { action: 'assign', subject: 'Lead' });
  await assertWorksLeads(tx, ownerId);
}

export async function assertWorksLeads(tx: Tx, ownerId: string): Promise<void> {
  const owner = await tx.one<{ role: Actor['role'] }>(
    'SELECT role FROM app_user WHERE id = $1 AND disabled_at IS NULL',
    [ownerId],
  );
  if (!owner || !can(owner, 'update', 'Lead')) throw Refusal.fields([{ pointer: '/ownerId', code: 'user.unknown' }]);
}
