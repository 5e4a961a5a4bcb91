import { sentencesOf, type MessageTree } from '../../i18n/shape.js';
import type { WordsOf } from '../../i18n/wordsOf.js';

/** The words of each room, one line per room; loaded with the first page that uses them. */
export const furtherZh: Readonly<Record<Exclude<WordsOf, 'showcase'>, () => Promise<MessageTree>>> = {
  errors: async () => sentencesOf((await import('@crm/api-contract/sentences/zh')).zh),
  audit: async () => (await import('../../audit/all.zh.js')).allZh,
  approvals: async () => (await import('../../approvals/approvals.zh.js')).approvalsZh,
  calendar: async () => (await import('../../standards/calendar/calendar.zh.js')).calendarZh,
  commitments: async () => (await import('../../commitments/promises.zh.js')).promisesZh,
  contracts: async () => (await import('../../contracts/contracts.zh.js')).contractsZh,
  corrections: async () => (await import('../../corrections/corrections.zh.js')).correctionsZh,
  decisions: async () => (await import('../../decisions/decisions.zh.js')).decisionsZh,
  enterprises: async () => (await import('../../enterprises/enterprises.zh.js')).enterprisesZh,
  files: async () => (await import('../../files/files.zh.js')).filesZh,
  imports: async () => (await import('../../imports/imports.zh.js')).importsZh,
  indicators: async () => (await import('../../reference/indicators.zh.js')).indicatorsZh,
  lights: async () => (await import('../../lights/lights.zh.js')).lightsZh,
  overview: async () => (await import('../../overview/overview.zh.js')).overviewZh,
  people: async () => (await import('../../people/people.zh.js')).peopleZh,
  parks: async () => (await import('../../parks/parks.zh.js')).parksZh,
  'per-mu-classes': async () => (await import('../../per-mu-classes/classes.zh.js')).classesZh,
  progress: async () => (await import('../../progress/progress.zh.js')).progressZh,
  'reminder-rules': async () => (await import('../../reminders/rules/rules.zh.js')).rulesZh,
  reminders: async () => (await import('../../reminders/reminders.zh.js')).remindersZh,
  secretaries: async () => (await import('../../secretaries/secretaries.zh.js')).secretariesZh,
  standards: async () => (await import('../../standards/standards.zh.js')).standardsZh,
  supplements: async () => (await import('../../supplements/supplements.zh.js')).supplementsZh,
  timeline: async () => (await import('../../timeline/timeline.zh.js')).timelineZh,
};
