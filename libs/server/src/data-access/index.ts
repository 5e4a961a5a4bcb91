export { refOf, type Actor } from './actor.js';
export { exact, quotient } from './wire-values.js';
export { toldChanges, namesMeant } from './history.js';
export { shaped } from './shaped.js';
export { insertMany } from './insert-many.js';
export { listRows } from './list-rows.js';
export { ownedWithin } from './owned-within.js';
export { assignedTo, type Condition } from './assigned-to.js';
export { Where, containing, startingWith } from '@crm/platform/db';
export { StaleRecord, changeRecord, known, writeRecord } from './change-record.js';
export {
  ENTRY_COLUMNS,
  ENTRY_JOINS,
  ENTRY_PEOPLE,
  entryView,
  type EntryPeople,
  type VerifiedEntryRow,
} from './verified-entry.js';
