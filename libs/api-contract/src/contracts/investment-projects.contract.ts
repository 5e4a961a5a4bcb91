import { z } from 'zod';
import { id, line, listQuery, pageOf, route, searched, version } from '../wire/index.js';

export const InvestmentProject = z
  .object({
    id,
    name: z.string(),
    enterpriseId: id,
    enterpriseName: z.string(),
    parkId: id.nullable(),
    parkName: z.string().nullable(),
    industryId: id.nullable(),
    industryName: z.string().nullable(),
    contracts: z.int(),
    importId: id.nullable(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'InvestmentProject' });

export const investmentProjects = {
  list: route({
    method: 'GET',
    path: '/investment-projects',
    access: ['read', 'InvestmentProject'],
    summary: { zh: '项目列表', en: 'Investment projects' },
    query: listQuery({
      filter: { q: searched, enterpriseId: id, parkId: id, industryId: id },
      sorts: ['name', 'enterpriseName', 'updatedAt'],
    }),
    response: pageOf(InvestmentProject),
  }),
  one: route({
    method: 'GET',
    path: '/investment-projects/:id',
    access: ['read', 'InvestmentProject'],
    summary: { zh: '项目', en: 'Investment project' },
    params: z.object({ id }),
    response: InvestmentProject,
  }),
  create: route({
    method: 'POST',
    path: '/investment-projects',
    access: ['create', 'InvestmentProject'],
    status: 201,
    summary: { zh: '登记项目', en: 'Register a project' },
    body: z.strictObject({
      name: line(200),
      enterpriseId: id,
      parkId: id.nullable().optional(),
      industryId: id.nullable().optional(),
    }),
    response: InvestmentProject,
    refuses: ['project.duplicate', 'enterprise.unknown', 'park.unknown', 'industry.unknown'],
  }),
  update: route({
    method: 'PATCH',
    path: '/investment-projects/:id',
    access: ['update', 'InvestmentProject'],
    guarded: true,
    summary: { zh: '修改项目', en: 'Change a project' },
    params: z.object({ id }),
    body: z.strictObject({ name: line(200), parkId: id.nullable(), industryId: id.nullable() }).partial(),
    response: InvestmentProject,
    refuses: ['project.duplicate', 'park.unknown', 'industry.unknown'],
  }),
};
export type InvestmentProject = z.infer<typeof InvestmentProject>;
