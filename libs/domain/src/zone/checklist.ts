/** What an office sets up before its first day, in this order. */
export const CHECKLIST = [
  'departments',
  'people',
  'parks',
  'industries',
  'standards',
  'calendar',
  'approvals',
  'reminders',
  'ledger',
  'backup',
] as const;
export type ChecklistStep = (typeof CHECKLIST)[number];

/** done, under way, to do, or left for later by an administrator. */
export type StepState = 'done' | 'under-way' | 'open' | 'later';

/** No data tell whether somebody has looked at these; an administrator says so. */
export const SAID_DONE: readonly ChecklistStep[] = ['approvals', 'reminders', 'backup'];

/** What is counted in the database. */
export interface Counted {
  readonly departments: number;
  readonly people: number;
  /** Of them, those who have not set a password yet. */
  readonly waiting: number;
  readonly administrators: number;
  readonly parks: number;
  readonly industries: number;
  /** In force today. */
  readonly standards: number;
  /** Whether the working calendar of this year and of the next is there. */
  readonly thisYear: boolean;
  readonly nextYear: boolean;
  /** Approval policies in force. */
  readonly approvals: number;
  readonly reminders: number;
  readonly contracts: number;
}

const some = (count: number): StepState => (count > 0 ? 'done' : 'open');

/** `answers`: what an administrator said; data are stronger than “later”. */
export function stateOf(
  step: ChecklistStep,
  counted: Counted,
  answers: Readonly<Partial<Record<ChecklistStep, 'done' | 'later'>>>,
): StepState {
  const found = foundIn(step, counted);
  if (found === 'done') return 'done';
  if (answers[step] === 'done' && SAID_DONE.includes(step)) return 'done';
  return answers[step] === 'later' ? 'later' : found;
}

function foundIn(step: ChecklistStep, counted: Counted): StepState {
  switch (step) {
    case 'departments':
      return some(counted.departments);
    case 'people':
      // The first administrator alone is nobody to work with.
      if (counted.people < 2) return 'open';
      return counted.waiting > 0 ? 'under-way' : 'done';
    case 'parks':
      return some(counted.parks);
    case 'industries':
      return some(counted.industries);
    case 'standards':
      return some(counted.standards);
    case 'calendar':
      if (counted.thisYear) return counted.nextYear ? 'done' : 'under-way';
      return counted.nextYear ? 'under-way' : 'open';
    case 'ledger':
      return some(counted.contracts);
    case 'approvals':
    case 'reminders':
    case 'backup':
      return 'open';
  }
}
