import type { Rows } from '@crm/platform/db';

/** Stored answers; the oldest is dropped. A zone has some dozens of different queries. */
const HELD = 200;

/**
 * The state of the stored sums, and the first day on which the calendar changes one of them. A trigger writes a row to
 * `portfolio_change` in every transaction that changes the sums or the names of groups. So whoever sees the change sees
 * the row. Only the oldest rows are deleted, which writes a row too, so that no two states are equal.
 */
export async function keptSums(rows: Rows): Promise<{ standsAt: string; changesOn: string | null }> {
  const [row] = await rows.hot<{ standsAt: string; changesOn: string | null }>(
    `SELECT
       (SELECT format('%s-%s-%s', min(id), max(id), count(*)) FROM portfolio_change) AS "standsAt",
       (SELECT min(changes_on)::text FROM contract_summary) AS "changesOn"`,
  );
  return { standsAt: row?.standsAt ?? '', changesOn: row?.changesOn ?? null };
}

/**
 * Reuses an answer while nothing it was made from has changed. If several ask at once, it is computed once
 * (docs/adr/0022).
 */
export class PortfolioMemory {
  private readonly held = new Map<string, { readonly standsAt: string; readonly answer: Promise<unknown> }>();

  async of<T>(question: object, standsAt: string, make: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const before = this.held.get(key);
    if (before?.standsAt === standsAt) return before.answer as Promise<T>;
    const answer = make();
    this.held.delete(key);
    this.held.set(key, { standsAt, answer });
    for (const oldest of this.held.keys()) if (this.held.size > HELD) this.held.delete(oldest);
    // A failed answer is not kept: the next request tries again.
    answer.catch(() => this.held.get(key)?.answer === answer && this.held.delete(key));
    return answer;
  }
}
