import type { Role } from '@crm/api-contract/access';
import type { HOLDING_KINDS } from '@crm/api-contract/choices';
import type { Rows, Tx } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

export type HoldingKind = (typeof HOLDING_KINDS)[number];

export interface HandOn {
  readonly actor: Actor;
  readonly fromUserId: string;
  readonly toUserId: string;
  readonly today: string;
  /** The last day of the leaver. */
  readonly lastDay: string;
  /** A sentence for histories. */
  readonly reason: string;
}

/** What people hold in a room, and how it goes to somebody else. A room registers it as it registers what is due. */
export interface HoldingSource {
  readonly kind: HoldingKind;
  readonly count: (rows: Rows, userId: string, today: string) => Promise<number>;
  /** Absent: it goes with its record, or stays as history. */
  readonly handOn?: {
    /** Who may take it. */
    readonly roles: readonly Role[];
    readonly to: (tx: Tx, move: HandOn) => Promise<void>;
  };
}

/** `SELECT count(*)::int AS count …` with the person, and the day if the text names it. */
export const counting =
  (sql: string) =>
  async (rows: Rows, userId: string, today: string): Promise<number> => {
    const values = sql.includes('$2') ? [userId, today] : [userId];
    return (await rows.one<{ count: number }>(`SELECT count(*)::int AS count ${sql}`, values))?.count ?? 0;
  };
