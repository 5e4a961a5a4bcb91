import { z } from 'zod';
import { day, id, listQuery, pageOf, route, searched } from '../wire/index.js';
import { Closing, Industry, IndustryChain, NewChain, NewIndustry, NewPark, Park, Uses } from './parks.shapes.js';

const params = z.object({ id });
const query = listQuery({
  filter: { q: searched, offeredOn: day },
  sorts: ['position', 'code', 'name'],
});
const CHANGE = ['reference.code-taken', 'reference.name-taken', 'reference.validity', 'code.format'] as const;
const CHANGED = ['record.absent', 'version.stale', 'version.missing'] as const;

/** What ends an entry of the reference data. Nothing used is deleted. If-Match is honoured, and not demanded. */
const ending = <Shape extends z.ZodType>(
  path: '/parks' | '/industries' | '/industry-chains',
  subject: 'Park' | 'Industry',
  response: Shape,
  named: { zh: string; en: string },
) => ({
  close: route({
    method: 'POST',
    path: `${path}/:id/close`,
    access: ['update', subject],
    status: 200,
    summary: { zh: `关闭${named.zh}`, en: `Close ${named.en} from a day on` },
    description: 'It cannot be chosen from that day on. Records, verdicts and reports keep it.',
    params,
    body: Closing,
    response,
    refuses: ['reference.validity', 'tree.open-below', 'record.absent', 'version.stale'],
  }),
  reopen: route({
    method: 'POST',
    path: `${path}/:id/reopen`,
    access: ['update', subject],
    status: 200,
    summary: { zh: `重开${named.zh}`, en: `Open ${named.en} again` },
    params,
    response,
    refuses: ['record.absent', 'version.stale'],
  }),
  uses: route({
    method: 'GET',
    path: `${path}/:id/uses`,
    access: ['update', subject],
    summary: { zh: `用到${named.zh}的记录数`, en: `How many records name ${named.en}` },
    params,
    response: Uses,
    refuses: ['record.absent'],
  }),
});

export const parks = {
  list: route({
    method: 'GET',
    path: '/parks',
    access: ['read', 'Park'],
    summary: { zh: '园区列表', en: 'Parks' },
    query,
    response: pageOf(Park),
  }),
  one: route({
    method: 'GET',
    path: '/parks/:id',
    access: ['read', 'Park'],
    summary: { zh: '园区', en: 'Park' },
    params,
    response: Park,
  }),
  create: route({
    method: 'POST',
    path: '/parks',
    access: ['create', 'Park'],
    status: 201,
    summary: { zh: '新增园区', en: 'Add a park' },
    body: NewPark,
    response: Park,
    refuses: [...CHANGE, 'industry.unknown'],
  }),
  update: route({
    method: 'PATCH',
    path: '/parks/:id',
    access: ['update', 'Park'],
    guarded: true,
    summary: { zh: '修改园区', en: 'Change a park' },
    params,
    body: NewPark.partial(),
    response: Park,
    refuses: [...CHANGE, ...CHANGED, 'industry.unknown'],
  }),
  ...ending('/parks', 'Park', Park, { zh: '园区', en: 'a park' }),
};

export const industries = {
  list: route({
    method: 'GET',
    path: '/industries',
    access: ['read', 'Industry'],
    summary: { zh: '产业列表', en: 'Industries' },
    query,
    response: pageOf(Industry),
  }),
  one: route({
    method: 'GET',
    path: '/industries/:id',
    access: ['read', 'Industry'],
    summary: { zh: '产业', en: 'Industry' },
    params,
    response: Industry,
  }),
  create: route({
    method: 'POST',
    path: '/industries',
    access: ['create', 'Industry'],
    status: 201,
    summary: { zh: '新增产业', en: 'Add an industry' },
    body: NewIndustry,
    response: Industry,
    refuses: [...CHANGE, 'chain.unknown'],
  }),
  update: route({
    method: 'PATCH',
    path: '/industries/:id',
    access: ['update', 'Industry'],
    guarded: true,
    summary: { zh: '修改产业', en: 'Change an industry, or move it to another chain' },
    params,
    body: NewIndustry.partial(),
    response: Industry,
    refuses: [...CHANGE, ...CHANGED, 'chain.unknown'],
  }),
  ...ending('/industries', 'Industry', Industry, { zh: '产业', en: 'an industry' }),
};

export const industryChains = {
  list: route({
    method: 'GET',
    path: '/industry-chains',
    access: ['read', 'Industry'],
    summary: { zh: '产业链', en: 'Industry chains' },
    description: 'A tree of headings. An industry stands below one chain, or below none.',
    query,
    response: pageOf(IndustryChain),
  }),
  one: route({
    method: 'GET',
    path: '/industry-chains/:id',
    access: ['read', 'Industry'],
    summary: { zh: '产业链', en: 'Industry chain' },
    params,
    response: IndustryChain,
  }),
  create: route({
    method: 'POST',
    path: '/industry-chains',
    access: ['create', 'Industry'],
    status: 201,
    summary: { zh: '新增产业链', en: 'Add a chain' },
    body: NewChain,
    response: IndustryChain,
    refuses: [...CHANGE, 'tree.parent', 'tree.deep'],
  }),
  update: route({
    method: 'PATCH',
    path: '/industry-chains/:id',
    access: ['update', 'Industry'],
    guarded: true,
    summary: { zh: '修改或移动产业链', en: 'Change a chain, or move it' },
    params,
    body: NewChain.partial(),
    response: IndustryChain,
    refuses: [...CHANGE, ...CHANGED, 'tree.parent', 'tree.circle', 'tree.deep'],
  }),
  ...ending('/industry-chains', 'Industry', IndustryChain, { zh: '产业链', en: 'a chain' }),
};
