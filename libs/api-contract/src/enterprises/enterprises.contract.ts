import { firmStandings } from '@crm/domain/enterprises';
import { z } from 'zod';
import { phonesIn } from './phones.js';
import { MAY } from '../permissions/index.js';
import { coded, day, id, line, listQuery, may, note, pageOf, route, searched, text, version } from '../wire/index.js';

export const Enterprise = z
  .object({
    id,
    name: z.string(),
    shortName: z.string(),
    creditCode: z.string().nullable().meta({ description: '统一社会信用代码, GB 32100-2015' }),
    creditCodeSeenBy: z.string().nullable().meta({ description: 'who saw a code that fails its check, and where' }),
    standing: z.enum(firmStandings).meta({ description: '已登记, 境外, 待注册' }),
    registrationCountry: z.string().nullable().meta({ description: 'of a foreign firm: its country or region' }),
    registrationNo: z.string().nullable().meta({ description: 'of a foreign firm: its number there' }),
    incomplete: z
      .boolean()
      .meta({ description: 'to be founded, foreign without country or number, or signed without a credit code' }),
    parkId: id.nullable(),
    parkName: z.string().nullable(),
    industryId: id.nullable(),
    industryName: z.string().nullable(),
    address: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'Enterprise' });

export const EnterpriseDetail = Enterprise.extend({
  leads: z.object({ all: z.int(), worked: z.int() }).meta({ description: 'only those the reader may see' }),
  contracts: z.int(),
  contacts: z.int(),
  formerNames: z
    .array(z.object({ name: z.string(), fromDay: z.string().nullable(), toDay: z.string(), merged: z.boolean() }))
    .meta({
      description:
        '曾用名, the latest first; `toDay` is the last day it was borne; `merged`: a name of a record merged into this one',
    }),
  merged: z
    .array(
      z.object({
        mergeId: id,
        enterpriseId: id,
        name: z.string(),
        creditCode: z.string().nullable(),
        mergedBy: z.string().nullable(),
        mergedOn: z.string(),
        reason: z.string(),
        undoUntil: z.string(),
      }),
    )
    .meta({ description: 'records of the same firm that were merged into this one, the latest first' }),
  primarySecretary: z
    .object({ userId: id, name: z.string(), since: z.string() })
    .nullable()
    .meta({ description: 'of today' }),
  may: may(MAY.Enterprise),
}).meta({ id: 'EnterpriseDetail' });

/**
 * One number or several, with +86, 86- and extensions; each is stored normalised, by the numbering plan. Refuses
 * `phone.format`.
 */
export const phone = z
  .string()
  .max(120)
  .transform((typed, context) => {
    const numbers = phonesIn(typed);
    if (numbers === null) context.addIssue({ code: 'custom', message: 'phone', ...coded('phone.format') });
    return (numbers ?? []).join('、');
  })
  .meta({ examples: ['13800138000', '0898-66778899转8001'] });

const name = text({ min: 1, max: 200 });
const creditCode = z.string().max(64).nullable();
const anotherFirm = z
  .boolean()
  .optional()
  .meta({ description: 'true: not the firm that once had this name; else that is refused as `enterprise.renamed`' });
const optional = {
  shortName: text({ max: 60 }).optional(),
  parkId: id.nullable().optional(),
  industryId: id.nullable().optional(),
  address: text({ max: 200 }).optional(),
  standing: z.enum(firmStandings).optional(),
  registrationCountry: line(60).nullable().optional(),
  registrationNo: line(60).nullable().optional(),
};

export const Contact = z
  .object({
    id,
    enterpriseId: id,
    name: z.string(),
    title: z.string(),
    phone: z.string().meta({ description: '138****8000 for those who do not work with the enterprise' }),
    phoneMasked: z.boolean(),
    note: z.string(),
    version,
  })
  .meta({ id: 'Contact' });

export const enterprises = {
  list: route({
    method: 'GET',
    path: '/enterprises',
    access: ['read', 'Enterprise'],
    summary: { zh: '企业列表', en: 'Enterprises' },
    description:
      '`q`: two characters of the name or of a former one, pinyin or initials from any word on (`zeke`, `zkhb`), or the beginning of a credit code. `mine`: enterprises of my leads, or assigned to me. `incomplete`: those whose identity is still to be completed.',
    query: listQuery({
      filter: { q: searched, parkId: id, industryId: id, mine: z.boolean(), incomplete: z.boolean() },
      sorts: ['updatedAt', 'createdAt', 'name'],
      defaultSort: 'updatedAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(Enterprise),
  }),
  one: route({
    method: 'GET',
    path: '/enterprises/:id',
    access: ['read', 'Enterprise'],
    summary: { zh: '企业', en: 'Enterprise' },
    description:
      'The id of a merged record answers 200 with the enterprise it was merged into; `id` is then another one than asked for, and `merged` says why.',
    params: z.object({ id }),
    response: EnterpriseDetail,
  }),
  create: route({
    method: 'POST',
    path: '/enterprises',
    access: ['create', 'Enterprise'],
    status: 201,
    summary: { zh: '登记企业', en: 'Register an enterprise' },
    description:
      'The name is stored as typed, without outer spaces and spaces between Han characters. A register may contain a credit code that fails its check: then `creditCodeSeenBy` names who saw it.',
    body: z.strictObject({
      name,
      creditCode: creditCode.optional(),
      creditCodeSeenBy: line(200).nullable().optional(),
      anotherFirm,
      ...optional,
    }),
    response: Enterprise,
    refuses: [
      'uscc.check',
      'enterprise.duplicate',
      'enterprise.renamed',
      'text.bidi',
      'text.control',
      'park.unknown',
      'industry.unknown',
    ],
  }),
  update: route({
    method: 'PATCH',
    path: '/enterprises/:id',
    access: ['update', 'Enterprise'],
    guarded: true,
    summary: { zh: '修改企业', en: 'Change an enterprise' },
    params: z.object({ id }),
    body: z.strictObject({
      name: name.optional(),
      creditCode: creditCode.optional(),
      creditCodeSeenBy: line(200).nullable().optional(),
      renamedOn: day.optional().meta({ description: 'the first day of the new name; today if left out' }),
      misspelt: z.boolean().optional().meta({ description: 'the old name was never right, so it is no former name' }),
      anotherFirm,
      ...optional,
    }),
    response: Enterprise,
    refuses: [
      'uscc.check',
      'enterprise.duplicate',
      'enterprise.renamed',
      'enterprise.renamed-later',
      'version.stale',
      'enterprise.merged',
      'park.unknown',
      'industry.unknown',
    ],
  }),
};

export const contacts = {
  list: route({
    method: 'GET',
    path: '/contacts',
    access: ['read', 'Contact'],
    summary: { zh: '联系人列表', en: 'Contacts' },
    query: listQuery({ filter: { enterpriseId: id }, sorts: ['name', 'createdAt'] }),
    response: pageOf(Contact),
  }),
  create: route({
    method: 'POST',
    path: '/contacts',
    access: ['create', 'Contact'],
    status: 201,
    summary: { zh: '新建联系人', en: 'Add a contact' },
    body: z.strictObject({
      enterpriseId: id,
      name: line(60),
      title: text({ max: 60 }).optional(),
      phone: phone.optional(),
      note: note(500).optional(),
    }),
    response: Contact,
    refuses: ['phone.format'],
  }),
  update: route({
    method: 'PATCH',
    path: '/contacts/:id',
    access: ['update', 'Contact'],
    guarded: true,
    summary: { zh: '修改联系人', en: 'Change a contact' },
    params: z.object({ id }),
    body: z.strictObject({
      name: line(60).optional(),
      title: text({ max: 60 }).optional(),
      phone: phone.optional(),
      note: note(500).optional(),
    }),
    response: Contact,
    refuses: ['phone.format', 'version.stale'],
  }),
  unmask: route({
    method: 'POST',
    path: '/contacts/:id/unmask',
    costs: 'unmask',
    showsSecret: true,
    access: ['unmask', 'Contact'],
    status: 200,
    summary: { zh: '查看完整电话', en: 'Show a whole phone number' },
    description: 'The audit keeps who saw which number, and why. At most twenty an hour.',
    params: z.object({ id }),
    body: z.strictObject({ reason: line(200) }),
    response: z.object({ id, phone: z.string() }),
    refuses: ['reason.says-nothing', 'rate.limited'],
  }),
};

export type Enterprise = z.infer<typeof Enterprise>;
export type EnterpriseDetail = z.infer<typeof EnterpriseDetail>;
export type Contact = z.infer<typeof Contact>;
