import type { Contract } from '@crm/api-contract/contracts';
import type { contracts } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import type { MilestoneKind } from '@crm/domain/contracts';
import { contractAreaMu, milestoneKinds } from '@crm/domain/contracts';
import { type AreaBasis, plain } from '@crm/domain/quantities';
import { indicatorRules, indicators, type FurtherIndicator, type Indicator } from '@crm/domain/standards';
import { promiseBody, type Master } from '../../parts/fields/bothSides.js';

interface Side {
  master: Master;
  perMuWan: string | null;
  totalWan: string | null;
  clause: string | null;
  tolerancePercent: string | null;
}

/** A commitment for R&D, persons or energy: one quantity in the unit of its indicator. */
export interface Further {
  indicator: FurtherIndicator | null;
  total: string | null;
  fromYear: string | null;
  tolerancePercent: string | null;
  clause: string | null;
}

export const noFurther: Further = {
  indicator: null,
  total: null,
  fromYear: null,
  tolerancePercent: null,
  clause: null,
};

/** The form of a draft: areas in 亩 and amounts in 万元, converted by the fields from any unit. */
export interface Draft {
  number: string | null;
  enterpriseId: string | null;
  projectName: string | null;
  kind: string;
  parkId: string | null;
  industryId: string | null;
  amountWan: string | null;
  landFree: boolean;
  parcels: { code: string | null; phase: string | null; basis: AreaBasis; areaMu: string | null }[];
  fullProductionYear: string | null;
  fullProductionOn: string | null;
  channel: string | null;
  handlerName: string | null;
  firstContactOn: string | null;
  note: string | null;
  planned: Partial<Record<MilestoneKind, string | null>>;
  promises: Record<Indicator, Side>;
  further: Further[];
}

const nothing: Side = { master: 'per-mu', perMuWan: null, totalWan: null, clause: null, tolerancePercent: null };

export const emptyDraft = (): Draft => ({
  number: null,
  enterpriseId: null,
  projectName: null,
  kind: 'performance',
  parkId: null,
  industryId: null,
  amountWan: null,
  landFree: false,
  parcels: [{ code: null, phase: null, basis: 'granted', areaMu: null }],
  fullProductionYear: null,
  fullProductionOn: null,
  channel: null,
  handlerName: null,
  firstContactOn: null,
  note: null,
  planned: {},
  promises: { investment: nothing, output: nothing, tax: nothing },
  further: [],
});

export function draftOf(contract: Contract): Draft {
  const promised = (indicator: Indicator): Side => {
    const promise = contract.commitments.find((one) => one.indicator === indicator);
    return promise
      ? {
          master: promise.master,
          perMuWan: promise.perMuWan,
          totalWan: promise.totalWan,
          clause: promise.clause,
          tolerancePercent: promise.toleranceByClause ? promise.tolerancePercent : null,
        }
      : nothing;
  };
  return {
    number: contract.number,
    enterpriseId: contract.enterpriseId,
    projectName: contract.projectName,
    kind: contract.kind,
    parkId: contract.parkId,
    industryId: contract.industryId,
    amountWan: contract.amountWan,
    landFree: contract.landFree,
    parcels: contract.parcels.map(({ code, phase, basis, areaMu }) => ({ code, phase, basis, areaMu })),
    fullProductionYear: contract.fullProductionYear === null ? null : String(contract.fullProductionYear),
    fullProductionOn: contract.fullProductionOn,
    channel: contract.channel,
    handlerName: contract.handlerName,
    firstContactOn: contract.firstContactOn,
    note: contract.note,
    planned: Object.fromEntries(contract.milestones.map(({ kind, plannedOn }) => [kind, plannedOn])),
    promises: { investment: promised('investment'), output: promised('output'), tax: promised('tax') },
    further: [],
  };
}

/** The area for the commitments, by the server's rule; null while an area is missing or unreadable. */
export function landOf({ landFree, parcels }: Pick<Draft, 'landFree' | 'parcels'>): string | null {
  if (landFree) return null;
  const read = (parcels ?? []).filter(
    (parcel): parcel is typeof parcel & { areaMu: string } =>
      typeof parcel?.areaMu === 'string' && /^\d+(\.\d+)?$/.test(parcel.areaMu),
  );
  const area = read.length === 0 ? null : contractAreaMu(read);
  return area === null || area.isZero() ? null : plain(area);
}

const given = (side: Side): boolean => (side.master === 'total' ? Boolean(side.totalWan) : Boolean(side.perMuWan));
const said = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );

/** The part that PATCH and POST share. */
function body(draft: Draft): Record<string, unknown> {
  return {
    kind: draft.kind,
    parkId: draft.parkId,
    industryId: draft.industryId,
    landFree: draft.landFree,
    ...(draft.amountWan ? { amount: { value: draft.amountWan, unit: 'wan' } } : { amount: null }),
    parcels: draft.landFree
      ? []
      : draft.parcels.map(({ code, phase, basis, areaMu }) => ({
          ...said({ code, phase }),
          basis,
          area: { value: areaMu, unit: 'mu' },
        })),
    milestones: milestoneKinds.flatMap((kind) =>
      draft.planned[kind] ? [{ kind, plannedOn: draft.planned[kind] }] : [],
    ),
    fullProductionYear: draft.fullProductionYear ? Number(draft.fullProductionYear) : null,
    fullProductionOn: draft.fullProductionOn || null,
    channel: draft.channel || null,
    handlerName: draft.handlerName || null,
    firstContactOn: draft.firstContactOn || null,
    ...(draft.note ? { note: draft.note } : {}),
  };
}

/** Empty values are left out; the server's shapes decide what is required. */
export const createBody = (draft: Draft): BodyAsked<typeof contracts.create> =>
  ({
    ...said({ number: draft.number, enterpriseId: draft.enterpriseId, projectName: draft.projectName }),
    ...body(draft),
    commitments: [
      ...indicators
        .filter((indicator) => given(draft.promises[indicator]))
        .map((indicator) => promiseIn(draft, indicator)),
      ...furtherIn(draft),
    ],
  }) as BodyAsked<typeof contracts.create>;

export const updateBody = (draft: Draft): NonNullable<BodyAsked<typeof contracts.update>> => ({
  ...said({ number: draft.number }),
  ...body(draft),
});

const promiseIn = (draft: Draft, indicator: Indicator): { indicator: Indicator } & Record<string, unknown> => {
  const side = draft.promises[indicator];
  return { indicator, ...promiseBody(side), ...said({ clause: side.clause, tolerancePercent: side.tolerancePercent }) };
};

const furtherIn = ({ further }: Draft): ({ indicator: FurtherIndicator } & Record<string, unknown>)[] =>
  further.flatMap(({ indicator, total, fromYear, ...terms }) =>
    indicator === null || !total
      ? []
      : [
          {
            indicator,
            total: { value: total, unit: indicatorRules[indicator].unit },
            ...(fromYear ? { fromYear: Number(fromYear) } : {}),
            ...said(terms),
          },
        ],
  );

/** Commitments added since the draft was opened; they are saved with it, in one call. */
export const newPromises = (draft: Draft, contract: Contract) => [
  ...indicators
    .filter(
      (indicator) =>
        given(draft.promises[indicator]) && !contract.commitments.some((promise) => promise.indicator === indicator),
    )
    .map((indicator) => promiseIn(draft, indicator)),
  ...furtherIn(draft),
];
