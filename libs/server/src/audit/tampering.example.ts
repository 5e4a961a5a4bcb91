import type { Trail } from './trail.example.js';

interface Link {
  readonly seq: string;
  readonly chain: number;
  readonly position: string;
  readonly tx: string;
}

/** What somebody does who owns the tables, and has everything that is in the database. `pick` chooses the place. */
export interface Tampering {
  readonly does: (trail: Trail, pick: (below: number) => number) => Promise<void>;
  /** At least one of these is found. */
  readonly found: readonly string[];
}

const OFF = ['audit_entry', 'audit_link', 'audit_head'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER;`);
const ON = OFF.map((sql) => sql.replace('DISABLE', 'ENABLE'));
/** With the triggers off, as the owner may. They are on again afterwards. */
export const quietly = (trail: Trail, sql: string) =>
  trail.owner(`BEGIN; ${OFF.join(' ')} ${sql}; ${ON.join(' ')} COMMIT`);

export async function aLink(
  trail: Trail,
  pick: (below: number) => number,
  which: (link: Link) => boolean = () => true,
): Promise<Link> {
  const links = await trail.owner<Link>(
    'SELECT l.seq::text, l.chain, l.position::text, e.tx::text FROM audit_link l JOIN audit_entry e USING (seq) ORDER BY l.seq',
  );
  const fit = links.filter(which);
  return fit[pick(fit.length)] as Link;
}

/** Computes the hashes of a chain again from a position on, and its head, as the seal would without a key. */
export const rehash = (chain: number, from: string) => `
  DO $do$
  DECLARE l record; sealed bytea := coalesce((SELECT hash FROM audit_link WHERE chain = ${chain} AND position = ${from} - 1), sha256(convert_to('chain ${chain}', 'UTF8')));
  BEGIN
    FOR l IN SELECT * FROM audit_link WHERE chain = ${chain} AND position >= ${from} ORDER BY position LOOP
      UPDATE audit_link SET prev_hash = sealed, hash = audit_digest_2(sealed, (SELECT e FROM audit_entry e WHERE e.seq = l.seq))
      WHERE seq = l.seq
      RETURNING hash INTO sealed;
    END LOOP;
    UPDATE audit_chain SET length = (SELECT coalesce(max(position), 0) FROM audit_link WHERE chain = ${chain}), hash = sealed WHERE chain = ${chain};
  END $do$`;

export const CUT = (chain: number, position: string) => `
  WITH gone AS (DELETE FROM audit_link WHERE chain = ${chain} AND position >= ${position} RETURNING seq)
  DELETE FROM audit_entry WHERE seq IN (SELECT seq FROM gone)`;
