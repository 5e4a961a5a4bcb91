import { sentencesOf, type MessageTree } from '../../i18n/shape.js';
import type { WordsOf } from '../../i18n/wordsOf.js';

/** The words of each room, one line per room; loaded with the first page that uses them. */
export const furtherEn: Readonly<Record<Exclude<WordsOf, 'showcase'>, () => Promise<MessageTree>>> = {
  errors: async () => sentencesOf((await import('@crm/api-contract/sentences/en')).en),
  audit: async () => (await import('../../audit/all.en.js')).allEn,
  approvals: async () => (await import('../../approvals/approvals.en.js')).approvalsEn,
  calendar: async () => (await import('../../standards/calendar/calendar.en.js')).calendarEn,
  commitments: async () => (await import('../../commitments/promises.en.js')).promisesEn,
  contracts: async () => (await import('../../contracts/contracts.en.js')).contractsEn,
  corrections: async () => (await import('../../corrections/corrections.en.js')).correctionsEn,
  decisions: async () => (await import('../../decisions/decisions.en.js')).decisionsEn,
  enterprises: async () => (await import('../../enterprises/enterprises.en.js')).enterprisesEn,
  files: async () => (await import('../../files/files.en.js')).filesEn,
  imports: async () => (await import('../../imports/imports.en.js')).importsEn,
  indicators: async () => (await import('../../reference/indicators.en.js')).indicatorsEn,
  lights: async () => (await import('../../lights/lights.en.js')).lightsEn,
  overview: async () => (await import('../../overview/overview.en.js')).overviewEn,
  people: async () => (await import('../../people/people.en.js')).peopleEn,
  parks: async () => (await import('../../parks/parks.en.js')).parksEn,
  'per-mu-classes': async () => (await import('../../per-mu-classes/classes.en.js')).classesEn,
  progress: async () => (await import('../../progress/progress.en.js')).progressEn,
  'reminder-rules': async () => (await import('../../reminders/rules/rules.en.js')).rulesEn,
  reminders: async () => (await import('../../reminders/reminders.en.js')).remindersEn,
  secretaries: async () => (await import('../../secretaries/secretaries.en.js')).secretariesEn,
  standards: async () => (await import('../../standards/standards.en.js')).standardsEn,
  supplements: async () => (await import('../../supplements/supplements.en.js')).supplementsEn,
  timeline: async () => (await import('../../timeline/timeline.en.js')).timelineEn,
};
