import { recipientRoles } from '@crm/domain/due';
import { z } from 'zod';
import { CHAIN_TASKS } from '../parks/index.js';
import { RULE_CHANNELS } from '../reminders/index.js';
import { DAY_KINDS, INDICATORS, PLACE_LEVELS } from '../standards/index.js';
import { day, decimal, line, note, route, text, year } from '../wire/index.js';

const code = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,15}$/);
const few = <Item extends z.ZodType>(item: Item, most = 500) => z.array(item).max(most);
const known = {
  code,
  name: line(60),
  nameEn: text({ max: 120 }),
  position: z.int().min(0).max(999),
  validFrom: day.nullable(),
  closedFrom: day.nullable(),
  closedReason: text({ max: 200 }).nullable(),
};

/** zone.json: reference data and rules of a zone. Entries name each other by code, so that another zone reads it. */
export const ZoneFile = z
  .strictObject({
    format: z.literal('zone-configuration'),
    formatVersion: z.literal(1),
    chains: few(
      z.strictObject({ ...known, parent: code.nullable(), chief: text({ max: 60 }), goal: text({ max: 60 }) }),
    ),
    industries: few(
      z.strictObject({
        ...known,
        chain: code.nullable(),
        task: z.enum(CHAIN_TASKS).nullable(),
        aliases: few(line(60), 20),
      }),
    ),
    parks: few(
      z.strictObject({
        ...known,
        shortName: line(20),
        focus: note(200),
        areaMu: decimal({ positive: true }).nullable(),
        parkClass: line(60).nullable(),
        region: line(60).nullable(),
        leadingIndustries: few(code, 20),
        expansionSites: few(line(60), 20),
      }),
    ),
    standards: few(
      z.strictObject({
        indicator: z.enum(INDICATORS),
        placeLevel: z.enum(PLACE_LEVELS),
        place: line(64).nullable().meta({ description: 'the code of a park, or the name of a class or region' }),
        industry: code.nullable(),
        validFrom: day,
        validTo: day.nullable(),
        perMuWan: decimal({ positive: true }).nullable(),
        documentNo: line(120),
        source: note(500),
        derived: z.boolean(),
      }),
      2_000,
    ),
    calendar: few(
      z.strictObject({
        year,
        source: line(200),
        days: few(z.strictObject({ day, kind: z.enum(DAY_KINDS), name: text({ max: 30 }) }), 120),
      }),
      120,
    ),
    reminderRules: few(
      z.strictObject({
        code: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
        daysBefore: z.array(z.int().min(0).max(730)).min(1).max(12),
        overdueEveryDays: z.int().min(1).max(365).nullable(),
        recipients: z.array(z.enum(recipientRoles)).min(1).max(recipientRoles.length),
        channels: z.array(z.enum(RULE_CHANNELS)).min(1).max(2),
        enabled: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ZoneFile' });

export const CONFIGURATION_LISTS = ['chains', 'industries', 'parks', 'standards', 'calendar', 'reminderRules'] as const;

export const ConfigurationCheck = z
  .object({
    key: z.string().meta({ description: 'names exactly this difference; taking the file sends it back' }),
    lists: z.array(
      z.object({
        list: z.enum(CONFIGURATION_LISTS),
        added: z.array(z.string()),
        changed: z.array(z.object({ key: z.string(), fields: z.array(z.string()) })),
        closed: z.array(z.string()),
        unchanged: z.int(),
        kept: z.int().meta({ description: 'only in this zone; they stay as they are' }),
      }),
    ),
  })
  .meta({ id: 'ConfigurationCheck' });

const refuses = ['configuration.unknown-code', 'configuration.repeats', 'standard.overlap', 'tree.circle'] as const;

export const zoneConfiguration = {
  one: route({
    method: 'GET',
    path: '/zone/configuration',
    access: ['read', 'Configuration'],
    summary: { zh: '导出基础数据与规则', en: 'Export reference data and rules' },
    description: 'zone.json: no person, enterprise or contract is in it. A new zone may begin with it.',
    response: ZoneFile,
  }),
  check: route({
    method: 'POST',
    path: '/zone/configuration/check',
    access: ['update', 'Configuration'],
    status: 200,
    summary: { zh: '导入前核对', en: 'Check a file before it is taken' },
    description: 'What would be new, changed and closed. Nothing is changed.',
    body: z.strictObject({ file: ZoneFile }),
    response: ConfigurationCheck,
    refuses,
  }),
  take: route({
    method: 'POST',
    path: '/zone/configuration',
    access: ['update', 'Configuration'],
    status: 200,
    summary: { zh: '导入基础数据与规则', en: 'Take a file' },
    description:
      'All or nothing. What the file does not name stays. Standards are added, never rewritten: one with other values is refused as `standard.differs`.',
    body: z.strictObject({ file: ZoneFile, key: line(80) }),
    response: ConfigurationCheck,
    refuses: [...refuses, 'configuration.moved', 'reference.name-taken', 'standard.differs'],
  }),
};

export type ZoneFile = z.infer<typeof ZoneFile>;
export type ConfigurationCheck = z.infer<typeof ConfigurationCheck>;
