import { z } from 'zod';
import { idleLandStates } from '@crm/domain/contracts';
import { CONTRACT_STATES, MILESTONE_KINDS, Milestone } from '../contracts/index.js';
import { day, decimalOut, id, listQuery, note, pageOf, paged, route, searched, withinReach } from '../wire/index.js';

/** The enterprise, project and contract of a row. */
export const About = z.object({
  contractId: id,
  contractNumber: z.string(),
  contractStatus: z.enum(CONTRACT_STATES),
  enterpriseId: id,
  enterpriseName: z.string(),
  enterpriseShortName: z.string(),
  projectId: id,
  projectName: z.string(),
  parkId: id,
  parkName: z.string(),
  industryId: id,
  industryName: z.string(),
  signedOn: z.string().nullable(),
});

export const BoardRow = About.extend({
  officerName: z.string().nullable(),
  fullProductionOn: z.string().nullable(),
  fullProductionYear: z.int().nullable(),
  milestones: z.array(Milestone),
  late: z.int().meta({ description: 'open milestones past the day owed' }),
  worstOwedOn: z.string().nullable().meta({ description: 'the day owed of the longest overdue one' }),
}).meta({ id: 'BoardRow' });

/** 闲置土地: the idle-land clock of one contract. */
export const IdleLandRow = About.extend({
  areaMu: decimalOut.nullable(),
  landGrantedOn: z.string(),
  startedOn: z.string().nullable(),
  startOwedOn: z.string().meta({ description: 'the planned and extended day, otherwise 180 days after the grant' }),
  state: z.enum(idleLandStates),
  idleDays: z.int().meta({ description: 'from the grant to the start, or to `asOf`' }),
  told: z.array(z.object({ months: z.int(), on: z.string(), passed: z.boolean() })),
  feeFrom: z.string(),
  takeBackFrom: z.string(),
}).meta({ id: 'IdleLandRow' });

const scope = { parkId: id, industryId: id, enterpriseId: id, q: searched };

export const progress = {
  board: route({
    method: 'GET',
    path: '/progress/board',
    access: ['read', 'Milestone'],
    summary: { zh: '里程碑总表（企业 × 节点）', en: 'Milestones, enterprise by milestone' },
    description:
      'Signed contracts with milestones; the longest overdue comes first. `late` counts from the day owed, after extensions.',
    query: listQuery({
      filter: { ...scope, kind: z.enum(MILESTONE_KINDS), late: z.boolean() },
      sorts: ['overdue', 'signedOn', 'enterpriseName'],
      defaultSort: 'overdue',
      defaultOrder: 'asc',
    }),
    response: pageOf(BoardRow),
  }),
  idleLand: route({
    method: 'GET',
    path: '/progress/idle-land',
    access: ['read', 'Milestone'],
    summary: { zh: '闲置土地时钟', en: 'Idle-land clocks' },
    description:
      'Live contracts whose land was granted. One year without a start raises a fee; after two years the land may be taken back (闲置土地处置办法). The longest idle comes first; `asOf` is another day than today. Without `state`: all but the started ones. `rows` is one page (25, at most 200), `total` the number of all; the counts cover every page.',
    query: z
      .strictObject({
        asOf: day.optional(),
        parkId: id.optional(),
        industryId: id.optional(),
        state: z.enum(idleLandStates).optional(),
        contractId: id.optional(),
        ...paged,
      })
      .superRefine(withinReach),
    response: z.object({
      asOf: z.string(),
      counts: z.record(z.enum(idleLandStates), z.int()),
      rows: z.array(IdleLandRow),
      total: z.int().meta({ description: 'the rows of all pages' }),
    }),
  }),
  summary: route({
    method: 'GET',
    path: '/progress/summary',
    access: ['read', 'Milestone'],
    tells: 'nothing',
    summary: { zh: '项目推进要点', en: 'Progress in numbers' },
    response: z.object({
      asOf: z.string(),
      lateMilestones: z.int(),
      lateContracts: z.int(),
      idleLand: z.int().meta({ description: 'warned, fee or take-back' }),
      flagged: z.int().meta({ description: 'projects with a check-up flag' }),
    }),
  }),
};

export const milestoneExtensions = {
  ask: route({
    method: 'POST',
    path: '/milestones/:id/extensions',
    access: ['create', 'MilestoneExtension'],
    status: 201,
    summary: { zh: '申请节点延期', en: 'Request an extension of a milestone' },
    description:
      'To a later day than the day owed now; another person approves it (审批). The planned day stays; extensions are only added.',
    params: z.object({ id }),
    body: z.strictObject({
      toDay: day,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: z.object({ approvalId: id, state: z.enum(['pending', 'granted']) }),
    refuses: [
      'contract.not-signed',
      'milestone.reached',
      'milestone.not-planned',
      'milestone.extension-not-later',
      'milestone.extension-order',
      'approval.open',
    ],
  }),
};

export type BoardRow = z.infer<typeof BoardRow>;
export type IdleLandRow = z.infer<typeof IdleLandRow>;
