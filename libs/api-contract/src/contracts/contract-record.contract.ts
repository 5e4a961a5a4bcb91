import { z } from 'zod';
import { MAY } from '../permissions/index.js';
import { decimalOut, id, instant, may, version } from '../wire/index.js';
import {
  CONTRACT_KINDS,
  CONTRACT_STATES,
  ContractPromise,
  ContractYear,
  KeptStandard,
  Milestone,
  Parcel,
  Typed,
  VERDICTS,
  perIndicator,
} from './contract-shapes.js';

const PromisedPerIndicator = perIndicator(
  z
    .object({ perMuWan: decimalOut.nullable(), totalWan: decimalOut, percentOfStandard: decimalOut.nullable() })
    .nullable(),
);

/** A row of the contract list. */
export const ContractRow = z
  .object({
    id,
    number: z.string(),
    kind: z.enum(CONTRACT_KINDS),
    status: z.enum(CONTRACT_STATES),
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    creditCode: z.string().nullable(),
    projectId: id,
    projectName: z.string(),
    parkId: id,
    parkName: z.string(),
    parkShortName: z.string(),
    industryId: id,
    industryName: z.string(),
    signedOn: z.string().nullable(),
    amountWan: decimalOut.nullable(),
    areaMu: decimalOut.nullable(),
    areaSqm: decimalOut.nullable(),
    landFree: z.boolean(),
    promised: PromisedPerIndicator,
    belowStandard: z.boolean(),
    channel: z.string().nullable(),
    handlerName: z.string().nullable(),
    officerId: id.nullable(),
    officerName: z.string().nullable(),
    fullProductionYear: z.int().nullable(),
    assessedYear: z.int().nullable(),
    verdict: z
      .enum(VERDICTS)
      .nullable()
      .meta({ description: 'of `assessedYear`: the year of the filter, otherwise the last year assessed' }),
    lowestAttainmentPercent: decimalOut.nullable(),
    importId: id.nullable(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'ContractRow' });

/** A contract related to this one: its parent, its predecessor or its renewal. */
const Kin = z.object({ id, number: z.string(), status: z.enum(CONTRACT_STATES), signedOn: z.string().nullable() });

export const Contract = ContractRow.extend({
  amountEntered: Typed.nullable(),
  firstContactOn: z.string().nullable(),
  fullProductionOn: z.string().nullable(),
  energyTce: decimalOut.nullable(),
  rdPercent: decimalOut.nullable(),
  note: z.string(),
  belowStandardReason: z.string().nullable(),
  belowStandardApprovedBy: z.string().nullable(),
  signedBy: z.string().nullable(),
  endedOn: z.string().nullable().meta({ description: 'the day it was completed, terminated or made void' }),
  endReason: z.string().nullable(),
  standards: perIndicator(KeptStandard.nullable()).meta({
    description: 'the standards of the signing day; for a draft those in force today',
  }),
  parcels: z.array(Parcel),
  commitments: z.array(ContractPromise),
  milestones: z.array(Milestone),
  years: z.array(ContractYear).meta({ description: 'newest first' }),
  supportPaidWan: decimalOut.nullable(),
  support: z.array(z.object({ id, paidWan: decimalOut, paidOn: z.string(), note: z.string() })),
  termFrom: z.string().nullable(),
  termTo: z.string().nullable(),
  amountInForceWan: decimalOut
    .nullable()
    .meta({ description: '万元: as signed, with the increments of its supplements; for a supplement the increment' }),
  increasedWan: decimalOut,
  parent: Kin.nullable().meta({ description: 'only for a supplement: the contract it amends' }),
  supplements: z.array(Kin),
  renews: Kin.nullable(),
  renewedBy: Kin.nullable(),
  nextToSign: z.enum(['approve', 'wait', 'another', 'sign']).nullable().meta({
    description:
      'the caller’s next step before the signature, by the standard of today: approve (submit it), wait (for its approval), another (the drafter may not sign), sign',
  }),
  may: may(MAY.Contract),
  createdAt: instant,
  updatedAt: instant,
}).meta({ id: 'Contract' });

export type ContractRow = z.infer<typeof ContractRow>;
export type Contract = z.infer<typeof Contract>;
