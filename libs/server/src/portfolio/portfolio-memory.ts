import type { Rows } from '@crm/platform/db';

/** Answers held at once; the oldest question makes room. A zone asks some dozens in different ways. */
const HELD = 200;

/**
 * What the kept sums stand at, and the first day on which the calendar will have changed one of them. Every transaction
 * that touches the sums, or what groups are called by, leaves a row in `portfolio_change` by trigger, whoever wrote it:
 * who sees the change sees the row. Rows are taken away from below only, which leaves a row too, so that no two states
 * say the same.
 */
export async function keptSums(rows: Rows): Promise<{ standsAt: string; changesOn: string | null }> {
  const [row] = await rows.hot<{ stands_at: string; changes_on: string | null }>(
    `SELECT
       (SELECT format('%s-%s-%s', min(id), max(id), count(*)) FROM portfolio_change) AS stands_at,
       (SELECT min(changes_on)::text FROM contract_summary) AS changes_on`,
  );
  return { standsAt: row?.stands_at ?? '', changesOn: row?.changes_on ?? null };
}

/**
 * An answer is given again as long as nothing it was made from has changed; asked for by several at once, it is made
 * once (docs/adr/0022).
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
    // What failed for one is tried again for the next.
    answer.catch(() => this.held.get(key)?.answer === answer && this.held.delete(key));
    return answer;
  }
}
