import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { quietly, type Tampering } from './tampering.example.js';

export const headTamperings: Readonly<Record<string, Tampering>> = {
  'signs a head without the key': {
    does: async (trail) =>
      void (await quietly(
        trail,
        `UPDATE audit_head SET heads = jsonb_set(heads, '{0,length}', '"1"') WHERE n = (SELECT max(n) FROM audit_head)`,
      )),
    found: ['head-forged'],
  },
  'adds a head with a key of its own': {
    does: async (trail) =>
      void (await quietly(
        trail,
        `INSERT INTO audit_head
         SELECT n + 1, at, reason, day, database, guards, heads, mac, '000000000000', mac FROM audit_head ORDER BY n DESC LIMIT 1`,
      )),
    found: ['key-unknown'],
  },
  'gives a head another day': {
    does: async (trail) =>
      void (await quietly(trail, `UPDATE audit_head SET day = day + 1 WHERE n = (SELECT max(n) FROM audit_head)`)),
    found: ['head-forged'],
  },
  'deletes the anchors': {
    does: async (trail) => void (await quietly(trail, `DELETE FROM audit_head WHERE reason = 'anchor'`)),
    found: ['head-missing', 'older'],
  },
  'deletes all signed heads': {
    does: async (trail) => void (await quietly(trail, 'DELETE FROM audit_head')),
    found: ['older'],
  },
  'empties everything': {
    does: async (trail) =>
      void (await quietly(
        trail,
        `TRUNCATE audit_link, audit_entry, audit_head; UPDATE audit_chain SET length = 0, hash = sha256(convert_to('chain ' || chain, 'UTF8'))`,
      )),
    found: ['older'],
  },
  'turns the seal off, writes, and leaves it off': {
    does: async (trail) => {
      await trail.owner('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_seal');
      await trail.write(1);
    },
    found: ['guards', 'unlinked'],
  },
  'turns a trigger off': {
    does: async (trail) => void (await trail.owner('ALTER TABLE department DISABLE TRIGGER department_audit')),
    found: ['guards'],
  },
  'changes a line of the anchor file': {
    does: async ({ anchorFile }, pick) => {
      const lines = readFileSync(anchorFile, 'utf8').trimEnd().split('\n');
      const at = pick(lines.length);
      lines[at] = lines[at]?.replace(/"length":"\d+"/, '"length":"99999"') ?? '';
      writeFileSync(anchorFile, `${lines.join('\n')}\n`);
    },
    found: ['file-differs'],
  },
  'shortens the anchor file': {
    does: async ({ anchorFile }) =>
      writeFileSync(anchorFile, `${readFileSync(anchorFile, 'utf8').trimEnd().split('\n').slice(0, -2).join('\n')}\n`),
    found: ['file-short'],
  },
  'takes a line out of the anchor file': {
    does: async ({ anchorFile }) =>
      writeFileSync(anchorFile, readFileSync(anchorFile, 'utf8').trimEnd().split('\n').slice(1).join('\n') + '\n'),
    found: ['file-short'],
  },
  'removes the anchor file': {
    does: async ({ anchorFile }) => rmSync(anchorFile),
    found: ['file-missing'],
  },
};
