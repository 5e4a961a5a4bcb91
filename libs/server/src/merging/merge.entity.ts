import type { MergeNotice } from '@crm/api-contract/enterprises';
import { day, defineTable, instant, json, quietRecordColumns, text, uuid } from '@crm/platform/db';

type Values = Readonly<Record<string, unknown>>;

/** All that an undo needs. Values are as on the wire. */
export interface MergeRecord {
  /** The whole row of the record that left its table. */
  readonly loser: Values;
  /** By table: the ids of the rows that went to the winner, with their versions after the merge. */
  readonly moved: Readonly<Record<string, readonly { readonly id: string; readonly version: number | null }[]>>;
  readonly changed: readonly {
    readonly table: string;
    readonly id: string;
    readonly before: Values;
    readonly after: Values;
  }[];
  /** In the order in which they were removed. */
  readonly removed: readonly { readonly table: string; readonly row: Values }[];
  readonly added: readonly { readonly table: string; readonly id: string }[];
  readonly notices: readonly MergeNotice[];
}

/** 企业合并: the record that left, the one that stayed, and what an undo needs. */
export const enterpriseMergeTable = defineTable('enterprise_merge', {
  id: uuid(),
  winnerId: uuid().references('enterprise'),
  /** Not in the table of enterprises, unless the merge was undone. */
  loserId: uuid(),
  loserName: text(),
  loserCode: text().nullable(),
  reason: text(),
  mergedBy: uuid().nullable().references('app_user').hidden(),
  mergedOn: day(),
  mergedAt: instant().computed('now()'),
  record: json<MergeRecord>().hidden(),
  undoneAt: instant().later(),
  undoneBy: uuid().later().references('app_user').hidden(),
  undoReason: text().later(),
  ...quietRecordColumns(),
});
