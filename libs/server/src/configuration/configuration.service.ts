import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { ConfigurationCheck, ZoneFile, zoneConfiguration } from '@crm/api-contract/configuration';
import type { InputOf } from '@crm/api-contract/wire';
import { configurationDifference, type Lists } from '@crm/domain/configuration';
import { workingCalendar } from '@crm/domain/days';
import { Refusal, isRefusal } from '@crm/domain/refusal';
import { DATABASE, Database, takeTurn, type Rows } from '@crm/platform/db';
import { dueRulesChanged } from '../due/index.js';
import { refOf, type Actor } from '../data-access/index.js';
import { takeChains, takeIndustries, takeParks } from '../parks/index.js';
import { takeReminderRules } from '../reminders/index.js';
import { putYear } from '../standards/index.js';
import { takeStandards } from './take-standards.js';
import { keyOf, zoneFileOf } from './zone-file.js';

/** zone.json: all reference data and rules as one file, for a backup of them and for the next zone. */
@Injectable()
export class ConfigurationService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  one(_actor: Actor): Promise<ZoneFile> {
    return this.database.read(zoneFileOf);
  }

  /** Refuses `configuration.repeats` and what a calendar refuses. */
  check(_actor: Actor, file: ZoneFile): Promise<ConfigurationCheck> {
    return this.database.read((rows) => checked(rows, file));
  }

  /** All or nothing. Refuses `configuration.moved` if it is no longer what was checked, and what the lists refuse. */
  take(actor: Actor, { file, key }: InputOf<typeof zoneConfiguration.take>['body']): Promise<ConfigurationCheck> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await takeTurn(tx, 'zone configuration');
      const check = await checked(tx, file);
      if (check.key !== key) throw Refusal.conflict('configuration.moved');
      const touched = (name: keyof ZoneFile) => (one: string) => {
        const list = check.lists.find(({ list: own }) => own === name);
        if (list?.added.includes(one)) return 'added';
        return list?.changed.some((changed) => changed.key === one) ? 'changed' : undefined;
      };
      await takeChains(tx, file.chains, touched('chains'));
      await takeIndustries(tx, file.industries, touched('industries'));
      await takeParks(tx, file.parks, touched('parks'));
      const version = touched('standards');
      await takeStandards(tx, file.standards, (at) => version(keyOf('standards', file.standards[at]!)));
      const year = touched('calendar');
      for (const one of file.calendar) if (year(String(one.year))) await putYear(tx, null, one);
      await takeReminderRules(tx, file.reminderRules, touched('reminderRules'));
      await dueRulesChanged(tx);
      return check;
    });
  }
}

async function checked(rows: Rows, file: ZoneFile): Promise<ConfigurationCheck> {
  refuseRepeated(file);
  const lists = configurationDifference(listsOf(await zoneFileOf(rows)), listsOf(file), keyOf);
  return {
    key: createHash('sha256')
      .update(JSON.stringify([lists, file]))
      .digest('hex')
      .slice(0, 32),
    lists: lists as ConfigurationCheck['lists'],
  };
}

const listsOf = ({ format: _format, formatVersion: _version, ...lists }: ZoneFile): Lists => lists;

/** Refuses `configuration.repeats`, and `calendar.*` of a year, with its place in the file. */
function refuseRepeated(file: ZoneFile): void {
  for (const [list, entries] of Object.entries(listsOf(file))) {
    const seen = new Set<string>();
    for (const [at, entry] of entries.entries()) {
      const key = keyOf(list, entry);
      if (seen.has(key)) throw new Refusal('configuration.repeats', { key }).at(`/file/${list}/${at}`);
      seen.add(key);
    }
  }
  for (const [at, { year, source, days }] of file.calendar.entries()) {
    const of = (kind: string) => days.flatMap((one) => (one.kind === kind ? [one.day] : []));
    try {
      workingCalendar([{ year, source, holidays: of('holiday'), makeUpDays: of('make-up') }]);
    } catch (thrown) {
      throw isRefusal(thrown) ? thrown.at(`/file/calendar/${at}`) : thrown;
    }
  }
}
