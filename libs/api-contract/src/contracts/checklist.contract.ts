import { z } from 'zod';
import { id, instant, line, note, route, version } from '../wire/index.js';

export const ChecklistItem = z
  .object({
    id,
    key: z.string(),
    name: z.string(),
    nameEn: z.string(),
    required: z.boolean(),
    position: z.int(),
    active: z.boolean().meta({ description: 'false: no longer on new checklists' }),
    version,
  })
  .meta({ id: 'ChecklistItem' });

export const ContractCheck = z.object({
  itemId: id,
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  required: z.boolean(),
  checked: z.boolean(),
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  note: z.string(),
});

export const ContractChecklist = z
  .object({
    needed: z
      .boolean()
      .meta({ description: 'contracts of this kind are submitted and signed only with every required clause checked' }),
    missing: z.int().meta({ description: 'required and not checked' }),
    data: z.array(ContractCheck),
  })
  .meta({ id: 'ContractChecklist' });

const params = z.object({ id, itemId: id });
const refuses = ['contract.signed', 'contract.in-review', 'contract.void'];

export const contractChecklists = {
  one: route({
    method: 'GET',
    path: '/contracts/:id/checklist',
    access: ['read', 'Contract'],
    summary: { zh: '条款清单', en: 'Clause checklist of a contract' },
    params: z.object({ id }),
    response: ContractChecklist,
  }),
  check: route({
    method: 'POST',
    path: '/contracts/:id/checklist/:itemId/check',
    access: ['update', 'Contract'],
    status: 200,
    summary: { zh: '勾选条款', en: 'Check a clause' },
    description: 'Only on drafts. Keeps who checked it, when and with which note; the latest check counts.',
    params,
    body: z.strictObject({ note: note(500).optional() }),
    response: ContractChecklist,
    refuses,
  }),
  uncheck: route({
    method: 'POST',
    path: '/contracts/:id/checklist/:itemId/uncheck',
    access: ['update', 'Contract'],
    status: 200,
    summary: { zh: '取消勾选', en: 'Uncheck a clause' },
    description: 'Only on drafts; the earlier check is kept as history.',
    params,
    response: ContractChecklist,
    refuses,
  }),
};

export const checklistItems = {
  list: route({
    method: 'GET',
    path: '/checklist-items',
    access: ['read', 'ChecklistItem'],
    summary: { zh: '条款清单设置', en: 'Clauses of the checklist' },
    response: z.object({ data: z.array(ChecklistItem) }),
  }),
  create: route({
    method: 'POST',
    path: '/checklist-items',
    access: ['create', 'ChecklistItem'],
    status: 201,
    summary: { zh: '增加清单条款', en: 'Add a clause to the checklist' },
    description: 'Added at the end; it applies to every draft from now on.',
    body: z.strictObject({ name: line(60), nameEn: line(120), required: z.boolean() }),
    response: ChecklistItem,
  }),
  order: route({
    method: 'POST',
    path: '/checklist-items/order',
    access: ['update', 'ChecklistItem'],
    status: 200,
    summary: { zh: '排列清单条款', en: 'Sort the clauses' },
    body: z.strictObject({ ids: z.array(id).min(1).max(200) }),
    response: z.object({ data: z.array(ChecklistItem) }),
    refuses: ['checklist.order'],
  }),
  update: route({
    method: 'PATCH',
    path: '/checklist-items/:id',
    access: ['update', 'ChecklistItem'],
    guarded: true,
    summary: { zh: '修改清单条款', en: 'Change a clause of the checklist' },
    description: 'Applies to every draft from now on; submitted and signed contracts stay as they are.',
    params: z.object({ id }),
    body: z
      .strictObject({
        name: line(60),
        nameEn: line(120),
        required: z.boolean(),
        position: z.int().min(1).max(999),
        active: z.boolean(),
      })
      .partial(),
    response: ChecklistItem,
    refuses: ['checklist.fair-competition-stays'],
  }),
};

export type ChecklistItem = z.infer<typeof ChecklistItem>;
export type ContractChecklist = z.infer<typeof ContractChecklist>;
