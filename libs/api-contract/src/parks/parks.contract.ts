import { z } from 'zod';
import { id, listQuery, pageOf, route, searched, version } from '../wire/index.js';

export const Park = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    focus: z.string(),
    parkClass: z.string().nullable(),
    region: z.string().nullable(),
    version,
  })
  .meta({ id: 'Park' });
export const Industry = z
  .object({ id, code: z.string(), name: z.string(), cluster: z.string().nullable(), version })
  .meta({ id: 'Industry' });

export const parks = {
  list: route({
    method: 'GET',
    path: '/parks',
    access: ['read', 'Park'],
    summary: { zh: '园区列表', en: 'Parks' },
    query: listQuery({ filter: { q: searched }, sorts: ['position', 'code', 'name'] }),
    response: pageOf(Park),
  }),
  one: route({
    method: 'GET',
    path: '/parks/:id',
    access: ['read', 'Park'],
    summary: { zh: '园区', en: 'Park' },
    params: z.object({ id }),
    response: Park,
  }),
};

export const industries = {
  list: route({
    method: 'GET',
    path: '/industries',
    access: ['read', 'Industry'],
    summary: { zh: '产业列表', en: 'Industries' },
    query: listQuery({ filter: { q: searched }, sorts: ['position', 'code', 'name'] }),
    response: pageOf(Industry),
  }),
};

export type Park = z.infer<typeof Park>;
export type Industry = z.infer<typeof Industry>;
