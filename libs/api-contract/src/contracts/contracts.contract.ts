import { z } from 'zod';
import { promisedIndicators } from '@crm/domain/standards';
import { day, decimalOut, id, instant, line, listQuery, note, pageOf, route, version, year } from '../wire/index.js';
import {
  AmountIn, CONTRACT_KINDS, CONTRACT_STATES, ContractPromise, ContractYear, KeptStandard, MILESTONE_KINDS, Milestone, MilestoneIn, Parcel, ParcelIn, PromiseIn, Typed, VERDICTS, contractFields, perIndicator,
} from './contract-shapes.js';

const PromisedPerIndicator = perIndicator(z.object({ perMuWan: decimalOut.nullable(), totalWan: decimalOut, percentOfStandard: decimalOut.nullable() }).nullable());

/** A row of the list: what a manager reads across. */
export const ContractRow = z
  .object({
    id, number: z.string(), kind: z.enum(CONTRACT_KINDS), status: z.enum(CONTRACT_STATES),
    enterpriseId: id, enterpriseName: z.string(), enterpriseShortName: z.string(), creditCode: z.string().nullable(),
    projectId: id, projectName: z.string(), parkId: id, parkName: z.string(), parkShortName: z.string(), industryId: id, industryName: z.string(),
    signedOn: z.string().nullable(), amountWan: decimalOut.nullable(), areaMu: decimalOut.nullable(), areaSqm: decimalOut.nullable(), landFree: z.boolean(),
    promised: PromisedPerIndicator,
    belowStandard: z.boolean(), channel: z.string().nullable(), handlerName: z.string().nullable(), officerId: id.nullable(), officerName: z.string().nullable(),
    fullProductionYear: z.int().nullable(),
    assessedYear: z.int().nullable(), verdict: z.enum(VERDICTS).nullable().meta({ description: 'of assessedYear: the year filtered by, else the last judged' }), lowestAttainmentPercent: decimalOut.nullable(),
    importId: id.nullable(), demo: z.boolean(), version,
  })
  .meta({ id: 'ContractRow' });

/** A contract this one belongs to, follows or is followed by. */
const Kin = z.object({ id, number: z.string(), status: z.enum(CONTRACT_STATES), signedOn: z.string().nullable() });

export const Contract = ContractRow.extend({
  amountEntered: Typed.nullable(),
  firstContactOn: z.string().nullable(), fullProductionOn: z.string().nullable(), energyTce: decimalOut.nullable(), rdPercent: decimalOut.nullable(), note: z.string(),
  belowStandardReason: z.string().nullable(), belowStandardApprovedBy: z.string().nullable(), signedBy: z.string().nullable(),
  endedOn: z.string().nullable().meta({ description: 'completed, terminated or made void' }), endReason: z.string().nullable(),
  standards: perIndicator(KeptStandard.nullable()).meta({ description: 'kept on the signing day; of a draft those in force today' }),
  parcels: z.array(Parcel), commitments: z.array(ContractPromise), milestones: z.array(Milestone),
  years: z.array(ContractYear).meta({ description: 'newest first' }),
  supportPaidWan: decimalOut.nullable(), support: z.array(z.object({ id, paidWan: decimalOut, paidOn: z.string(), note: z.string() })),
  termFrom: z.string().nullable(), termTo: z.string().nullable(),
  amountInForceWan: decimalOut.nullable().meta({ description: 'as signed, with the increments of its capital increases; of a supplement the increment' }), increasedWan: decimalOut,
  parent: Kin.nullable().meta({ description: 'the contract a supplement amends' }), supplements: z.array(Kin), renews: Kin.nullable(), renewedBy: Kin.nullable(),
  nextToSign: z.enum(['approve', 'wait', 'another', 'sign']).nullable().meta({ description: 'before it is signed, for who asks: submit it, wait for its approval, let another sign what one drafted oneself, sign it; by the standard of today' }),
  createdAt: instant, updatedAt: instant,
}).meta({ id: 'Contract' });

const draft = {
  kind: z.enum(CONTRACT_KINDS), parkId: id, industryId: id, amount: AmountIn.nullable().optional(),
  landFree: z.boolean().optional().meta({ description: 'must be ticked when there is no land' }), parcels: z.array(ParcelIn).max(50).optional(), milestones: z.array(MilestoneIn).max(20).optional(), ...contractFields,
};

export const contracts = {
  list: route({
    method: 'GET', path: '/contracts', access: ['read', 'Contract'], summary: { zh: '合同列表', en: 'Contracts' },
    description: '`verdict` speaks of `assessedYear`, or of the last year judged. `counted`: substantive and performance contracts that are signed and carry commitments, the rows behind the averages per mu.',
    query: listQuery({
      filter: {
        q: line(60), parkId: id, industryId: id, kind: z.enum(CONTRACT_KINDS), status: z.enum(CONTRACT_STATES), signedOn_gte: day, signedOn_lte: day, enterpriseId: id, projectId: id,
        verdict: z.enum(VERDICTS), verdict_in: z.array(z.enum(VERDICTS)).min(1).max(6), assessedYear: year, belowStandard: z.boolean(), counted: z.boolean(), handlerName: line(60), officerId: id, importId: id,
      },
      sorts: ['signedOn', 'number', 'amountWan', 'areaMu', 'enterpriseName', 'updatedAt', 'lowestAttainmentPercent'], defaultSort: 'signedOn', defaultOrder: 'desc',
    }),
    response: pageOf(ContractRow),
  }),
  one: route({ method: 'GET', path: '/contracts/:id', access: ['read', 'Contract'], summary: { zh: '合同', en: 'Contract' }, params: z.object({ id }), response: Contract }),
  create: route({
    method: 'POST', path: '/contracts', access: ['create', 'Contract'], status: 201, summary: { zh: '起草合同', en: 'Draft a contract' },
    description: 'Amounts and areas carry their unit; 万元 and 亩 are stored, what was typed is kept. Names the project or an existing one; without an area `landFree` must be ticked.',
    body: z.strictObject({ number: line(60).optional(), enterpriseId: id, projectId: id.optional(), projectName: line(200).optional(), ...draft, commitments: z.array(PromiseIn).max(promisedIndicators.length).optional() }),
    response: Contract,
    refuses: ['contract.area-missing', 'contract.land-free', 'contract.project', 'contract.duplicate', 'contract.parent', 'period.order', 'area.zero', 'area.range', 'area.too-fine', 'money.too-fine', 'commitment.one-side', 'commitment.area-missing', 'enterprise.unknown', 'park.unknown', 'industry.unknown', 'ramp.year-twice', 'ramp.percent'],
  }),
  update: route({
    method: 'PATCH', path: '/contracts/:id', access: ['update', 'Contract'], guarded: true, summary: { zh: '修改草案', en: 'Change a draft' },
    description: 'Drafts alone: the values of a signed contract change by amendment. `parcels` and `milestones`, where given, replace those of the draft.',
    params: z.object({ id }), body: z.strictObject({ number: line(60), ...draft }).partial(), response: Contract, refuses: ['contract.signed', 'contract.in-review', 'contract.void', 'contract.area-missing', 'contract.land-free', 'contract.parent', 'period.order'],
  }),
  submit: route({
    method: 'POST', path: '/contracts/:id/submit', access: ['update', 'Contract'], status: 200, guarded: true, summary: { zh: '送审', en: 'Submit for approval' },
    description: 'Asks for approval of exactly this draft, which is locked from now on; where the policy asks none it may be signed at once. A promise below the standard needs a reason; of a contract with commitments every required clause of the checklist is checked.',
    params: z.object({ id }), body: z.strictObject({ belowStandardReason: note(500).optional() }), response: Contract,
    refuses: ['contract.supplement', 'contract.signed', 'contract.in-review', 'contract.void', 'contract.no-commitment', 'commitment.below-standard', 'checklist.incomplete', 'checklist.fair-competition', 'approval.open'],
  }),
  withdraw: route({
    method: 'POST', path: '/contracts/:id/withdraw', access: ['update', 'Contract'], status: 200, guarded: true, summary: { zh: '撤回送审', en: 'Take back to the draft' },
    description: 'Also an approval already granted: what is changed is asked for anew.', params: z.object({ id }), response: Contract, refuses: ['contract.supplement', 'contract.not-in-review', 'approval.not-yours'],
  }),
  perform: route({ method: 'POST', path: '/contracts/:id/perform', access: ['decide', 'Contract'], status: 200, guarded: true, summary: { zh: '转入履行', en: 'Begin performance' }, params: z.object({ id }), response: Contract, refuses: ['contract.supplement', 'transition.forbidden'] }),
  complete: route({
    method: 'POST', path: '/contracts/:id/complete', access: ['decide', 'Contract'], status: 200, guarded: true, summary: { zh: '履行完毕', en: 'Complete' },
    params: z.object({ id }), body: z.strictObject({ endedOn: day, reason: note(500).optional() }), response: Contract, refuses: ['contract.supplement', 'transition.forbidden', 'date.future', 'contract.ends-before-signing'],
  }),
  terminate: route({
    method: 'POST', path: '/contracts/:id/terminate', access: ['decide', 'Contract'], status: 200, guarded: true, summary: { zh: '终止', en: 'Terminate' },
    description: 'It was signed and stays in the count of its year.', params: z.object({ id }), body: z.strictObject({ endedOn: day, reason: line(500) }), response: Contract, refuses: ['contract.supplement', 'transition.forbidden', 'date.future', 'contract.ends-before-signing'],
  }),
  void: route({
    method: 'POST', path: '/contracts/:id/void', access: ['update', 'Contract'], status: 200, guarded: true, summary: { zh: '作废', en: 'Make void' },
    description: 'Only what was never signed; firm and project are free for another contract of the kind.', params: z.object({ id }), body: z.strictObject({ reason: line(500) }), response: Contract, refuses: ['contract.supplement', 'transition.forbidden'],
  }),
  sign: route({
    method: 'POST', path: '/contracts/:id/sign', access: ['sign', 'Contract'], status: 200, guarded: true, summary: { zh: '签约', en: 'Sign' },
    description: 'Keeps with the contract the standard in force on the signing day. Where the policy asks for approval it must be granted; where it asks none, anybody who may sign does, except the drafter. What is signed changes by amendment alone.',
    params: z.object({ id }), body: z.strictObject({ signedOn: day, belowStandardReason: note(500).optional() }), response: Contract,
    refuses: ['contract.supplement', 'contract.signed', 'contract.in-review', 'contract.approval-needed', 'approval.own', 'contract.area-missing', 'contract.no-commitment', 'commitment.below-standard', 'checklist.incomplete', 'checklist.fair-competition', 'date.future', 'transition.forbidden'],
  }),
  paySupport: route({
    method: 'POST', path: '/contracts/:id/support', access: ['decide', 'Contract'], status: 200, summary: { zh: '登记兑付的扶持资金', en: 'Record support paid out' },
    description: 'What is paid out is what a pro-rata claw-back is reckoned from.',
    params: z.object({ id }), body: z.strictObject({ paid: AmountIn, paidOn: day, note: note(500).optional() }), response: Contract, refuses: ['contract.supplement', 'contract.not-signed', 'decimal.positive', 'date.future'],
  }),
};

export const InvestmentProject = z
  .object({ id, name: z.string(), enterpriseId: id, enterpriseName: z.string(), parkId: id.nullable(), parkName: z.string().nullable(), industryId: id.nullable(), industryName: z.string().nullable(), contracts: z.int(), importId: id.nullable(), demo: z.boolean(), version })
  .meta({ id: 'InvestmentProject' });

export const investmentProjects = {
  list: route({
    method: 'GET', path: '/investment-projects', access: ['read', 'InvestmentProject'], summary: { zh: '项目列表', en: 'Investment projects' },
    query: listQuery({ filter: { q: line(60), enterpriseId: id, parkId: id, industryId: id }, sorts: ['name', 'enterpriseName', 'updatedAt'] }), response: pageOf(InvestmentProject),
  }),
  one: route({ method: 'GET', path: '/investment-projects/:id', access: ['read', 'InvestmentProject'], summary: { zh: '项目', en: 'Investment project' }, params: z.object({ id }), response: InvestmentProject }),
  create: route({
    method: 'POST', path: '/investment-projects', access: ['create', 'InvestmentProject'], status: 201, summary: { zh: '登记项目', en: 'Register a project' },
    body: z.strictObject({ name: line(200), enterpriseId: id, parkId: id.nullable().optional(), industryId: id.nullable().optional() }), response: InvestmentProject, refuses: ['project.duplicate', 'enterprise.unknown', 'park.unknown', 'industry.unknown'],
  }),
  update: route({
    method: 'PATCH', path: '/investment-projects/:id', access: ['update', 'InvestmentProject'], guarded: true, summary: { zh: '修改项目', en: 'Change a project' },
    params: z.object({ id }), body: z.strictObject({ name: line(200), parkId: id.nullable(), industryId: id.nullable() }).partial(), response: InvestmentProject, refuses: ['project.duplicate', 'park.unknown', 'industry.unknown'],
  }),
};

export const parcels = {
  list: route({
    method: 'GET', path: '/parcels', access: ['read', 'Parcel'], summary: { zh: '宗地列表', en: 'Parcels' },
    query: listQuery({ filter: { q: line(60), contractId: id, enterpriseId: id, parkId: id }, sorts: ['code', 'areaMu', 'contractNumber'] }), response: pageOf(Parcel),
  }),
};

export const milestones = {
  list: route({
    method: 'GET', path: '/milestones', access: ['read', 'Milestone'], summary: { zh: '里程碑列表', en: 'Milestones' },
    query: listQuery({ filter: { contractId: id, enterpriseId: id, parkId: id, kind: z.enum(MILESTONE_KINDS), reached: z.boolean(), plannedOn_gte: day, plannedOn_lte: day, actualOn_gte: day, actualOn_lte: day }, sorts: ['plannedOn', 'actualOn', 'kind'], defaultSort: 'plannedOn' }),
    response: pageOf(Milestone),
  }),
  record: route({
    method: 'POST', path: '/milestones/:id/record', access: ['update', 'Milestone'], status: 200, guarded: true, summary: { zh: '登记实际日期', en: 'Record when it was reached' },
    params: z.object({ id }), body: z.strictObject({ actualOn: day }), response: Milestone, refuses: ['date.future', 'milestone.order', 'milestone.order-after'],
  }),
};

export type ContractRow = z.infer<typeof ContractRow>;
export type Contract = z.infer<typeof Contract>;
export type InvestmentProject = z.infer<typeof InvestmentProject>;
