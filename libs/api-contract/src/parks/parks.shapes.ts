import { z } from 'zod';
import { coded, day, decimal, decimalOut, id, line, note, text, version } from '../wire/index.js';

/** What a list of reference data has in common. */
const known = {
  id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string().meta({ description: 'empty: the Chinese name is shown' }),
  position: z.int().meta({ description: 'place in every list' }),
  validFrom: z.string().nullable().meta({ description: 'not chosen before this day; null: always' }),
  closedFrom: z.string().nullable().meta({ description: 'not chosen from this day on; records keep it' }),
  closedReason: z.string().nullable(),
  version,
};

export const Park = z
  .object({
    ...known,
    shortName: z.string(),
    focus: z.string().meta({ description: 'in words: 生物医药、保健食品' }),
    areaMu: decimalOut.nullable().meta({ description: '亩' }),
    parkClass: z.string().nullable().meta({ description: 'a provincial standard may name a class of parks' }),
    region: z.string().nullable().meta({ description: 'a provincial standard may name a city or county' }),
    leadingIndustryIds: z.array(id),
    expansionSites: z.array(z.string()),
  })
  .meta({ id: 'Park' });

/** 强链、补链、延链. */
export const CHAIN_TASKS = ['strengthen', 'fill', 'extend'] as const;
export const Industry = z
  .object({
    ...known,
    chainId: id.nullable(),
    chainName: z.string().nullable(),
    task: z.enum(CHAIN_TASKS).nullable().meta({ description: '强链, 补链, 延链' }),
    aliases: z.array(z.string()).meta({ description: 'an import knows it by these names too' }),
  })
  .meta({ id: 'Industry' });
export const IndustryChain = z
  .object({
    ...known,
    parentId: id.nullable(),
    chief: z.string().meta({ description: '链长' }),
    goal: z.string().meta({ description: '千亿' }),
  })
  .meta({ id: 'IndustryChain' });

/** The tables whose records name a park, an industry or a chain. */
const USED_BY = [
  'contract',
  'enterprise',
  'industry',
  'industry_chain',
  'investment_project',
  'lead',
  'pace_target',
  'park',
  'provincial_standard',
] as const;
/** How many records name an entry, by table. */
export const Uses = z
  .object({ data: z.array(z.object({ table: z.enum(USED_BY), count: z.int() })), total: z.int() })
  .meta({ id: 'Uses' });

/** Letters and digits as stations write them, kept in capitals. Refuses `code.format`. */
const code = z
  .string()
  .max(60)
  .transform((typed, context) => {
    const written = typed.normalize('NFKC').trim().toUpperCase();
    if (!/^[A-Z0-9][A-Z0-9-]{0,15}$/.test(written))
      context.addIssue({ code: 'custom', message: 'code', ...coded('code.format', { max: 16 }) });
    return written;
  })
  .meta({ examples: ['MA'] });

const entry = {
  code,
  name: line(60),
  nameEn: text({ max: 120 }).optional(),
  position: z.int().min(1).max(999).optional(),
  validFrom: day.nullable().optional(),
};
const names = (most: number) =>
  z
    .array(line(60))
    .max(most)
    .refine((all) => new Set(all).size === all.length, coded('field.duplicate'))
    .optional();
export const NewPark = z.strictObject({
  ...entry,
  shortName: line(20),
  focus: note(200).optional(),
  areaMu: decimal({ positive: true }).nullable().optional(),
  parkClass: line(60).nullable().optional(),
  region: line(60).nullable().optional(),
  leadingIndustryIds: z.array(id).max(20).optional(),
  expansionSites: names(20),
});
export const NewIndustry = z.strictObject({
  ...entry,
  chainId: id.nullable().optional(),
  task: z.enum(CHAIN_TASKS).nullable().optional(),
  aliases: names(20),
});
export const NewChain = z.strictObject({
  ...entry,
  parentId: id.nullable().optional(),
  chief: text({ max: 60 }).optional(),
  goal: text({ max: 60 }).optional(),
});
export const Closing = z.strictObject({ from: day, reason: line(200) });

export type Park = z.infer<typeof Park>;
export type Industry = z.infer<typeof Industry>;
export type IndustryChain = z.infer<typeof IndustryChain>;
export type Uses = z.infer<typeof Uses>;
