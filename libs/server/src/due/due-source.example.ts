import { createHash } from 'node:crypto';
import type { Rows } from '@crm/platform/db';
import { Where } from '../data-access/index.js';
import { ITSELF, type DueQuestion, type DueRecord, type DueRule, type DueSource } from './due-source.js';

/** The id of a made-up record, always the same for its name. */
export const unitOf = (name: string): string =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A room of made-up records, for specs: a change of kind `thing` touches them. */
export const aDueSource = (
  rules: readonly DueRule[],
  records: (question: DueQuestion, rows: Rows) => readonly DueRecord[] | Promise<readonly DueRecord[]>,
  room = 'spec',
): DueSource => ({
  room,
  rules,
  units: async (rows, question, { after, limit }) =>
    [...new Set((await records(question, rows)).map(({ unit }) => unit))]
      .filter((unit) => unit > after)
      .sort()
      .slice(0, limit),
  items: async (rows, question, units) => {
    const asked = new Set(units);
    return (await records(question, rows)).filter(({ unit }) => asked.has(unit));
  },
  touchedBy: { thing: ITSELF },
  readable: () => ({ from: 'lead t', id: 't.id', where: new Where() }),
});
