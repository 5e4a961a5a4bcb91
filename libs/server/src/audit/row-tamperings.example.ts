import { CUT, aLink, quietly, rehash, type Tampering } from './tampering.example.js';

const flip = (column: string, to: string): Tampering => ({
  does: async (trail, pick) =>
    void (await quietly(
      trail,
      `UPDATE audit_entry SET ${column} = ${to} WHERE seq = ${(await aLink(trail, pick)).seq}`,
    )),
  found: ['content'],
});

/** A link that is right in itself, put where `at` says, with all hashes computed again. */
const inserted = (seal: string, found: readonly string[], last: boolean): Tampering => ({
  does: async (trail, pick) => {
    const { chain, position } = await aLink(trail, pick);
    const at = last ? `(SELECT length + 1 FROM audit_chain WHERE chain = ${chain})` : position;
    await quietly(
      trail,
      `SELECT set_config('app.at', (${at})::text, true);
       UPDATE audit_link SET position = -position WHERE chain = ${chain} AND position >= current_setting('app.at')::bigint;
       UPDATE audit_link SET position = 1 - position WHERE chain = ${chain} AND position < 0;
       WITH e AS (
         INSERT INTO audit_entry (actor, request, action, subject, subject_id)
         VALUES ('user:forger', '', 'insert', 'department', 'forged')
         RETURNING seq)
       INSERT INTO audit_link (seq, chain, position, prev_hash, hash, key_id, nonce, mac)
       SELECT e.seq, ${chain}, current_setting('app.at')::bigint, '', '', ${seal} FROM e;
       ${rehash(chain, `current_setting('app.at')::bigint`)}`,
    );
  },
  found,
});

export const rowTamperings: Readonly<Record<string, Tampering>> = {
  'changes who': flip('actor', `'user:somebody'`),
  'changes when': flip('at', `at + interval '1 second'`),
  'changes the transaction': flip('tx', `'7'::xid8`),
  'changes the request': flip('request', `'another'`),
  'changes the action': flip('action', `CASE action WHEN 'delete' THEN 'update' ELSE 'delete' END`),
  'changes the subject': flip('subject', `'lead'`),
  'changes the record': flip('subject_id', `'another'`),
  'changes what was': flip('before', `'{"name": "以前"}'`),
  'changes what became': flip('after', `jsonb_set(coalesce(after, '{}'), '{name}', '"别的"')`),
  'changes and computes everything after it again': {
    does: async (trail, pick) => {
      const { seq, chain, position } = await aLink(trail, pick);
      await quietly(trail, `UPDATE audit_entry SET actor = 'user:x' WHERE seq = ${seq}; ${rehash(chain, position)}`);
    },
    found: ['seal'],
  },
  'calls links old, which have no seal': {
    does: async (trail, pick) => {
      const { seq, chain, position } = await aLink(trail, pick);
      await quietly(
        trail,
        `UPDATE audit_entry SET actor = 'user:x' WHERE seq = ${seq}; ${rehash(chain, position)};
         UPDATE audit_link SET version = 1, key_id = NULL, nonce = NULL, mac = NULL WHERE chain = ${chain}`,
      );
    },
    found: ['unsealed', 'content'],
  },
  'takes the seals away': {
    does: async (trail, pick) =>
      void (await quietly(
        trail,
        `UPDATE audit_link SET key_id = NULL, nonce = NULL, mac = NULL WHERE chain = ${(await aLink(trail, pick)).chain}`,
      )),
    found: ['unsealed'],
  },
  'deletes an entry': {
    does: async (trail, pick) => {
      const { seq } = await aLink(trail, pick);
      await quietly(
        trail,
        `ALTER TABLE audit_link DROP CONSTRAINT audit_link_seq_fkey; DELETE FROM audit_entry WHERE seq = ${seq}`,
      );
      await trail.owner(
        'ALTER TABLE audit_link ADD CONSTRAINT audit_link_seq_fkey FOREIGN KEY (seq) REFERENCES audit_entry (seq) NOT VALID',
      );
    },
    found: ['entry-missing'],
  },
  'deletes an entry with its link': {
    does: async (trail, pick) => {
      const { seq } = await aLink(trail, pick);
      await quietly(trail, `DELETE FROM audit_link WHERE seq = ${seq}; DELETE FROM audit_entry WHERE seq = ${seq}`);
    },
    found: ['link-missing', 'head'],
  },
  'cuts off the end of a chain': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick);
      await quietly(trail, CUT(chain, position));
    },
    found: ['head'],
  },
  'deletes the head of a chain': {
    does: async (trail, pick) =>
      void (await quietly(trail, `DELETE FROM audit_chain WHERE chain = ${(await aLink(trail, pick)).chain}`)),
    found: ['head'],
  },
  'cuts off end and head together': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick);
      await quietly(trail, `${CUT(chain, position)}; ${rehash(chain, position)}`);
    },
    found: ['anchor'],
  },
  'cuts off end, head and signed heads together': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick);
      await quietly(
        trail,
        `${CUT(chain, position)}; ${rehash(chain, position)};
         DELETE FROM audit_head
         WHERE n >= (SELECT min(h.n) FROM audit_head h, jsonb_to_recordset(h.heads) AS x(chain int, length bigint) WHERE x.chain = ${chain} AND x.length >= ${position})`,
      );
    },
    found: ['older'],
  },
  'adds an entry without a link': {
    does: async (trail) =>
      void (await quietly(
        trail,
        `INSERT INTO audit_entry (actor, request, action, subject, subject_id) VALUES ('user:forger', '', 'insert', 'lead', 'x')`,
      )),
    found: ['unlinked'],
  },
  'inserts an entry with a link': inserted('NULL, NULL, NULL::bytea', ['seal', 'unsealed'], false),
  'appends an entry with a link': inserted('NULL, NULL, NULL::bytea', ['unsealed'], true),
  'appends an entry with a seal that was used': inserted(
    `(SELECT key_id FROM audit_link WHERE mac IS NOT NULL ORDER BY seq LIMIT 1), (SELECT nonce FROM audit_link WHERE mac IS NOT NULL ORDER BY seq LIMIT 1), (SELECT mac FROM audit_link WHERE mac IS NOT NULL ORDER BY seq LIMIT 1)`,
    ['seal', 'replayed'],
    true,
  ),
  'appends an entry with a key of its own': inserted(
    `'000000000000', decode('00', 'hex'), sha256('forged')`,
    ['key-unknown'],
    true,
  ),
  'changes a record by hand, as nobody of the product': {
    does: async (trail) =>
      void (await trail.owner(
        `BEGIN; SELECT set_config('app.actor', 'user:forger', true);
         UPDATE department SET name = name || '!', version = version + 1 WHERE id = (SELECT id FROM department LIMIT 1); COMMIT`,
      )),
    found: ['unsealed'],
  },
  'plants an entry for the next transaction to seal': {
    does: async (trail) => {
      await quietly(
        trail,
        `INSERT INTO audit_entry (seq, actor, request, action, subject, subject_id, tx) OVERRIDING SYSTEM VALUE
         SELECT s.last_value + 3, 'user:forger', '', 'insert', 'lead', 'x', (pg_current_xact_id()::text::bigint + 1)::text::xid8 FROM audit_entry_seq_seq s`,
      );
      await trail.write(1);
    },
    found: ['unlinked'],
  },
  'swaps two neighbours': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick, (link) => Number(link.position) > 1);
      await quietly(
        trail,
        `UPDATE audit_link SET position = -1 WHERE chain = ${chain} AND position = ${position};
         UPDATE audit_link SET position = ${position} WHERE chain = ${chain} AND position = ${position} - 1;
         UPDATE audit_link SET position = ${position} - 1 WHERE chain = ${chain} AND position = -1`,
      );
    },
    found: ['order'],
  },
  'swaps two neighbours and computes again': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick, (link) => Number(link.position) > 1);
      await quietly(
        trail,
        `UPDATE audit_link SET position = -1 WHERE chain = ${chain} AND position = ${position};
         UPDATE audit_link SET position = ${position} WHERE chain = ${chain} AND position = ${position} - 1;
         UPDATE audit_link SET position = ${position} - 1 WHERE chain = ${chain} AND position = -1;
         ${rehash(chain, `${position} - 1`)}`,
      );
    },
    found: ['seal', 'unsealed'],
  },
  'moves the end of a chain to another': {
    does: async (trail, pick) => {
      const { chain } = await aLink(trail, pick);
      const other = (chain + 1) % 16;
      await quietly(
        trail,
        `UPDATE audit_link SET chain = ${other}, position = (SELECT length + 1 FROM audit_chain WHERE chain = ${other})
         WHERE chain = ${chain} AND position = (SELECT length FROM audit_chain WHERE chain = ${chain});
         ${rehash(chain, '1')}; ${rehash(other, '1')}`,
      );
    },
    found: ['seal', 'anchor'],
  },
  'moves links to a chain that nobody checks': {
    does: async (trail, pick) => {
      const { chain, position } = await aLink(trail, pick);
      await quietly(
        trail,
        `UPDATE audit_link SET chain = 99 WHERE chain = ${chain} AND position >= ${position}; ${rehash(chain, position)}`,
      );
    },
    found: ['order'],
  },
};
