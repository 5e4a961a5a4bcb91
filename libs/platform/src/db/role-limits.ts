import type { DataSource } from 'typeorm';
import { UnfitDatabaseError } from './unfit-database.js';

/** Timeouts (ms) of PostgreSQL, so that no request can hang. */
export const limits = {
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
} as const;

/**
 * Sets the limits at a role. Behind a pooler in transaction mode this is the only place that holds: a connection's
 * start-up parameters are refused there, and a SET would reach other people's transactions.
 */
export async function setRoleLimits(direct: DataSource, role: string): Promise<void> {
  for (const [name, ms] of Object.entries(limits))
    await direct.query(`ALTER ROLE ${direct.driver.escape(role)} SET ${name} = ${ms}`);
}

/** Refuses a pooler whose connections have no limits: one hanging statement would hold a request for ever. */
export async function assertLimits(pooled: DataSource): Promise<void> {
  const without: { name: string }[] = await pooled.query(
    `SELECT name
     FROM pg_settings
     WHERE name = ANY($1) AND setting = '0'`,
    [Object.keys(limits)],
  );
  if (without.length > 0)
    throw new UnfitDatabaseError(
      `Behind a pooler the role of DATABASE_URL needs ${without.map(({ name }) => name).join(', ')}: run apps/api/dist/migrate.js, which sets them, then RECONNECT the pooler.`,
    );
}
