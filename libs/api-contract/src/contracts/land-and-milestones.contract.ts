import { z } from 'zod';
import { day, id, listQuery, pageOf, route, searched } from '../wire/index.js';
import { MILESTONE_KINDS, Milestone, Parcel } from './contract-shapes.js';

export const parcels = {
  list: route({
    method: 'GET',
    path: '/parcels',
    access: ['read', 'Parcel'],
    summary: { zh: '宗地列表', en: 'Parcels' },
    query: listQuery({
      filter: { q: searched, contractId: id, enterpriseId: id, parkId: id },
      sorts: ['code', 'areaMu', 'contractNumber'],
    }),
    response: pageOf(Parcel),
  }),
};

export const milestones = {
  list: route({
    method: 'GET',
    path: '/milestones',
    access: ['read', 'Milestone'],
    summary: { zh: '里程碑列表', en: 'Milestones' },
    query: listQuery({
      filter: {
        contractId: id,
        enterpriseId: id,
        parkId: id,
        kind: z.enum(MILESTONE_KINDS),
        reached: z.boolean(),
        plannedOn_gte: day,
        plannedOn_lte: day,
        actualOn_gte: day,
        actualOn_lte: day,
      },
      sorts: ['plannedOn', 'actualOn', 'kind'],
      defaultSort: 'plannedOn',
    }),
    response: pageOf(Milestone),
  }),
  record: route({
    method: 'POST',
    path: '/milestones/:id/record',
    access: ['update', 'Milestone'],
    status: 200,
    guarded: true,
    summary: { zh: '登记实际日期', en: 'Record the actual day' },
    params: z.object({ id }),
    body: z.strictObject({ actualOn: day }),
    response: Milestone,
    refuses: ['date.future', 'milestone.order', 'milestone.order-after'],
  }),
};
