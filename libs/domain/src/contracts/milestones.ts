import { type Day, addDays, laterOf } from '../days/index.js';
import { type DueItem, type StepPlan, defaultStepPlan, reminderSteps } from '../due/index.js';
import { type FieldFault, Refusal } from '../refusal/index.js';

/** 供地, 开工, 竣工, 投产, 入规, 达产, in their usual order. */
export const milestoneKinds = [
  'land-granted',
  'construction-start',
  'completion',
  'production-start',
  'above-scale',
  'full-production',
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export interface Milestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  readonly plannedOn: Day | null;
  readonly actualOn: Day | null;
  /** Granted extensions, each to a later day with its reason and approver. */
  readonly extendedTo?: readonly Day[];
}

/** 入规 and 达产 may come in either order; the others follow one after another. */
const inOrder: readonly (readonly [MilestoneKind, MilestoneKind])[] = [
  ['land-granted', 'construction-start'],
  ['construction-start', 'completion'],
  ['completion', 'production-start'],
  ['production-start', 'above-scale'],
  ['production-start', 'full-production'],
];

/** 应完成日: the latest of the planned day and all extensions; null if nothing is planned. */
export const owedOn = (milestone: Milestone): Day | null =>
  milestone.plannedOn && [milestone.plannedOn, ...(milestone.extendedTo ?? [])].reduce(laterOf);

/**
 * Refuses `milestone.order`, one fault per milestone: planned or reached before the milestone it must follow, or
 * planned before the signing day.
 */
export function checkMilestones(milestones: readonly Milestone[], signedOn: Day): void {
  const faults: FieldFault[] = [];
  for (const side of ['plannedOn', 'actualOn'] as const) {
    milestones.forEach((milestone, i) => {
      const on = milestone[side];
      if (on === null) return;
      const before = inOrder
        .filter(([, later]) => later === milestone.kind)
        .flatMap(([earlier]) => milestones.filter((m) => m.kind === earlier && m[side] !== null && m[side]! > on));
      const clash = before[0];
      if (clash)
        faults.push({
          pointer: `/milestones/${i}/${side}`,
          code: 'milestone.order',
          params: { kind: milestone.kind, after: clash.kind, day: clash[side]! },
        });
      else if (side === 'plannedOn' && on < signedOn)
        faults.push({
          pointer: `/milestones/${i}/${side}`,
          code: 'milestone.order',
          params: { kind: milestone.kind, after: 'signing', day: signedOn },
        });
    });
  }
  if (faults.length) throw Refusal.fields(faults);
}

/**
 * Checks 延期 of one milestone to a later day; the plan itself stays. Refuses:
 * - `milestone.reached` (conflict): already reached.
 * - `milestone.not-planned`: no planned day.
 * - `milestone.extension-not-later`: not after the day owed now.
 * - `milestone.extension-order`: after the day owed of an open milestone that must follow. Extend that one first.
 */
export function assertExtendable(milestones: readonly Milestone[], id: string, toDay: Day): Milestone {
  const own = milestones.find((milestone) => milestone.id === id)!;
  const owed = owedOn(own);
  if (own.actualOn !== null) throw Refusal.conflict('milestone.reached', { day: own.actualOn });
  if (owed === null) throw new Refusal('milestone.not-planned');
  if (toDay <= owed) throw new Refusal('milestone.extension-not-later', { day: owed }).at('/toDay');
  const next = openAfter(own.kind, milestones).find((milestone) => owedOn(milestone)! < toDay);
  if (next) throw new Refusal('milestone.extension-order', { kind: next.kind, day: owedOn(next) }).at('/toDay');
  return own;
}

const openAfter = (kind: MilestoneKind, milestones: readonly Milestone[]): Milestone[] =>
  milestones.filter((one) => one.actualOn === null && owedOn(one) !== null && follows(kind, one.kind));

const follows = (earlier: MilestoneKind, later: MilestoneKind): boolean =>
  inOrder.some(([a, b]) => a === earlier && (b === later || follows(b, later)));

/**
 * Refuses `milestone.order` (reached before a milestone that must come first) and `milestone.order-after` (reached
 * after one that must follow).
 */
export function assertReachable(milestones: readonly Milestone[], id: string, actualOn: Day): void {
  const own = milestones.find((milestone) => milestone.id === id)!;
  const clash = milestones.find(
    (one) =>
      one.actualOn !== null &&
      ((follows(one.kind, own.kind) && one.actualOn > actualOn) ||
        (follows(own.kind, one.kind) && one.actualOn < actualOn)),
  );
  if (clash)
    throw new Refusal(follows(clash.kind, own.kind) ? 'milestone.order' : 'milestone.order-after', {
      kind: own.kind,
      after: clash.kind,
      day: clash.actualOn,
    }).at('/actualOn');
}

/** Reminders 90/30/7/1 days before the day owed, then weekly until the milestone is reached. */
export function milestonesDue(
  contractId: string,
  milestones: readonly Milestone[],
  today: Day,
  until: Day = today,
  plan: StepPlan = defaultStepPlan,
): DueItem[] {
  return milestones.flatMap((milestone) => {
    const dueDay = owedOn(milestone);
    if (dueDay === null || milestone.actualOn !== null) return [];
    return reminderSteps(dueDay, today, until, plan).map(({ step, remindOn, digest }): DueItem => ({
      rule: 'milestone.due',
      subject: { type: 'milestone', id: milestone.id },
      dueDay,
      step,
      remindOn,
      recipients: ['officer', 'primary-secretary'],
      digest,
      facts: { contractId, kind: milestone.kind },
    }));
  });
}

/** The start is owed 180 days after the land contract, unless the contract plans another day. */
export const defaultStartOn = (landContractOn: Day): Day => addDays(landContractOn, 180);
