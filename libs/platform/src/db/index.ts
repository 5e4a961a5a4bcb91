export {
  amount,
  bigint,
  bytes,
  day,
  flag,
  instant,
  integer,
  integerList,
  json,
  numeric,
  quietRecordColumns,
  recordColumns,
  smallint,
  text,
  textList,
  transactionId,
  uuid,
  uuidList,
} from './column.js';
export { assertFitDatabase, createDataSource, migrate } from './data-source.js';
export type { DataSourceSettings } from './data-source.js';
export { isDatabaseAway } from './database-away.js';
export { IdempotencyMismatch, Replayed } from './claim.js';
export type { Trace } from './claim.js';
export { DATABASE, Database } from './database.js';
export type { ActorRef, Rows, Tx } from './database.js';
export { Expression, computed } from './expression.js';
export type {
  Changes,
  ChangesOf,
  Columns,
  Editable,
  EditableOf,
  EveryValue,
  NewRowOf,
  NewValues,
  RowOf,
  ShownOf,
  ShownValues,
} from './row-types.js';
export { assertLimits, setRoleLimits } from './role-limits.js';
export { assertRuntimeRole, grantRuntime, rightsTooMany, tooManyRights } from './runtime-role.js';
export type { KeptTables } from './runtime-role.js';
export { BEGIN_OF_TRANSACTION, endsAt, endsNow, supersede, supersedeAll, takeTurn } from './supersede.js';
export type { NextVersion, VersionColumns } from './supersede.js';
export { Table, defineTable } from './table.js';
export type { AnyTable } from './table.js';
export type { GuardedChange } from './table-statements.js';
export { trial, tried } from './trial.js';
export { UnfitDatabaseError } from './unfit-database.js';
export { Where, startingWith } from './where.js';
export { v7 as newId } from 'uuid';
