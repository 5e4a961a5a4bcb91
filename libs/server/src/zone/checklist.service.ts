import { Inject, Injectable } from '@nestjs/common';
import type { FirstChecklist, firstChecklist } from '@crm/api-contract/zone';
import type { InputOf } from '@crm/api-contract/wire';
import { CHECKLIST, SAID_DONE, stateOf, type ChecklistStep, type Counted } from '@crm/domain/zone';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId, type Rows } from '@crm/platform/db';
import { known, refOf, type Actor } from '../data-access/index.js';
import { checklistStepTable, zoneTable } from './zone.entity.js';
import { zoneIn } from './zone.service.js';

/** What the office still has to set up; each state is read from the data of its room. */
@Injectable()
export class ChecklistService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  one(): Promise<FirstChecklist> {
    return this.database.read((rows) => this.read(rows));
  }

  /** Refuses `checklist.by-data`: the step is done when its data are there. */
  answer(actor: Actor, { step, answer }: InputOf<typeof firstChecklist.answer>['body']): Promise<FirstChecklist> {
    if (answer === 'done' && !SAID_DONE.includes(step)) throw new Refusal('checklist.by-data').at('/answer');
    return this.database.transaction(refOf(actor), async (tx) => {
      if (answer === 'open') await checklistStepTable.remove(tx, { step });
      else
        await checklistStepTable.insert(
          tx,
          { id: newId(), step, answer, answeredBy: actor.userId },
          '(step) DO UPDATE SET answer = excluded.answer, answered_by = excluded.answered_by, answered_at = now()',
        );
      return this.read(tx);
    });
  }

  putAway(actor: Actor, { away }: InputOf<typeof firstChecklist.putAway>['body']): Promise<FirstChecklist> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { id } = known(await zoneIn(tx));
      await zoneTable.update(tx, { id }, { checklistAwayAt: away ? computed('now()') : null });
      return this.read(tx);
    });
  }

  private async read(rows: Rows): Promise<FirstChecklist> {
    const [counted, said, own] = [
      await countedIn(rows, this.clock.today()),
      await checklistStepTable.find(rows, { step: [...CHECKLIST] }),
      await rows.one<{ away: boolean }>('SELECT checklist_away_at IS NOT NULL AS away FROM zone'),
    ];
    const answers = Object.fromEntries(said.map(({ step, answer }) => [step, answer]));
    const steps = CHECKLIST.map((step) => ({
      step,
      state: stateOf(step, counted, answers),
      saidDone: SAID_DONE.includes(step),
      facts: factsOf(step, counted, this.clock.today()),
    }));
    return {
      away: own?.away ?? false,
      done: steps.filter(({ state }) => state === 'done').length,
      steps,
      administrators: counted.administrators,
    };
  }
}

const PEOPLE = `
  FROM app_user t
  WHERE t.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM api_key a WHERE a.user_id = t.id)
`;

const countedIn = async (rows: Rows, today: string): Promise<Counted> =>
  known(
    await rows.one<Counted>(
      `SELECT
         (SELECT count(*)::int FROM department WHERE closed_at IS NULL) AS departments,
         (SELECT count(*)::int ${PEOPLE}) AS people,
         (SELECT count(*)::int ${PEOPLE} AND t.starting_until IS NOT NULL) AS waiting,
         (SELECT count(*)::int ${PEOPLE} AND t.role = 'admin') AS administrators,
         (SELECT count(*)::int FROM park) AS parks,
         (SELECT count(*)::int FROM industry) AS industries,
         (
           SELECT count(*)::int
           FROM provincial_standard
           WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
         ) AS standards,
         EXISTS (SELECT 1 FROM calendar_year WHERE year = extract(year FROM $1::date)) AS "thisYear",
         EXISTS (SELECT 1 FROM calendar_year WHERE year = extract(year FROM $1::date) + 1) AS "nextYear",
         (SELECT count(*)::int FROM approval_policy WHERE known_to IS NULL) AS approvals,
         (SELECT count(*)::int FROM reminder_rule WHERE enabled) AS reminders,
         (SELECT count(*)::int FROM contract) AS contracts`,
      [today],
    ),
  );

function factsOf(step: ChecklistStep, counted: Counted, today: string): Record<string, number | boolean> {
  switch (step) {
    case 'people':
      return { people: counted.people, waiting: counted.waiting };
    case 'calendar':
      return { year: Number(today.slice(0, 4)), thisYear: counted.thisYear, nextYear: counted.nextYear };
    case 'ledger':
      return { contracts: counted.contracts };
    case 'backup':
      return {};
    default:
      return { count: counted[step] };
  }
}
