import type { RowOf } from '@crm/platform/db';
import { actualTable } from '../commitments/commitment.entity.js';
import { contractTable } from '../contracts/contract.entity.js';
import { fileTable } from '../files/file.entity.js';
import { importTable } from '../imports/import.entity.js';
import { actorOf, writtenAt, type Source } from './happening.js';

const a = actualTable.as('a');
const c = contractTable.as('c');
const f = fileTable.as('f');
const i = importTable.as('i');

const FIELDS: readonly (keyof RowOf<typeof contractTable>)[] = [
  'kind',
  'parkId',
  'industryId',
  'amountWan',
  'areaMu',
  'fullProductionYear',
  'fullProductionOn',
  'termFrom',
  'termTo',
  'officerId',
  'handlerName',
  'note',
];
const EDITED = FIELDS.map((field) => `'${contractTable.column(field).column}'`).join(', ');
const ENTRY = `audit_entry a WHERE a.subject = 'contract' AND a.subject_id = $1::text AND a.action = 'update'`;
const RECORDED = 'c.signed_on IS NOT NULL AND c.signed_by IS NULL';

/** The contract itself: drafted, recorded, edited, signed and ended; its files and imports. */
export const contractSources: readonly Source[] = [
  {
    // A contract recorded after its signature was never a draft; its own row is the event.
    kind: 'contract',
    what: `(CASE WHEN ${RECORDED} THEN 'recorded' ELSE 'drafted' END)`,
    rank: 0,
    key: c.id,
    at: c.createdAt,
    by: c.createdBy,
    decided: false,
    ref: c.id,
    facts: {
      signedOn: `CASE WHEN ${RECORDED} THEN ${c.signedOn} END`,
      renews: `(SELECT r.number FROM contract r WHERE r.id = ${c.renewsId})`,
    },
    from: 'contract c WHERE c.id = $1 AND c.import_id IS NULL',
  },
  {
    // Values that a supplement or a correction writes are listed with it.
    kind: 'contract',
    what: 'edited',
    rank: 1,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: false,
    ref: '$1',
    facts: {
      fields: `(SELECT string_agg(name, ' ' ORDER BY name) FROM jsonb_object_keys(a.after) AS name WHERE name IN (${EDITED}))`,
    },
    from: `
      ${ENTRY}
        AND jsonb_exists_any(a.after, ARRAY[${EDITED}])
        AND NOT jsonb_exists(a.after, 'status')
        AND NOT EXISTS (
          SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = ${writtenAt('a')}
        )
        AND NOT EXISTS (
          SELECT 1 FROM contract_correction k WHERE k.contract_id = $1 AND k.known_from = ${writtenAt('a')}
        )
    `,
  },
  {
    kind: 'contract',
    what: `(a.after ->> 'status')`,
    rank: 3,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: true,
    ref: '$1',
    facts: { signedOn: `a.after ->> 'signed_on'`, reason: `a.after ->> 'end_reason'` },
    from: `${ENTRY} AND a.after ->> 'status' IN ('signed', 'performing', 'completed', 'terminated', 'void')`,
  },
  {
    kind: 'file',
    what: 'added',
    rank: 1,
    key: f.id,
    at: f.createdAt,
    by: f.uploadedBy,
    decided: false,
    ref: f.id,
    facts: { name: f.name, about: f.subjectType, note: f.note },
    from: 'file f WHERE f.contract_id = $1 AND ($2 OR f.removed_at IS NULL)',
  },
  {
    kind: 'file',
    what: 'removed',
    rank: 1,
    key: `${f.id} || '-removed'`,
    at: f.removedAt,
    by: f.removedBy,
    decided: false,
    ref: f.id,
    facts: { name: f.name, about: f.subjectType, reason: f.removedReason },
    from: 'file f WHERE f.contract_id = $1 AND $2 AND f.removed_at IS NOT NULL',
  },
  {
    kind: 'import',
    what: 'contract',
    rank: 0,
    key: c.id,
    at: c.createdAt,
    by: i.committedBy,
    decided: true,
    ref: i.id,
    facts: { fileName: i.fileName, signedOn: c.signedOn },
    from: 'contract c JOIN import i ON i.id = c.import_id WHERE c.id = $1',
  },
  {
    kind: 'import',
    what: 'figures',
    rank: 1,
    key: `${i.id} || '-figures'`,
    at: `min(${a.knownFrom})`,
    by: i.committedBy,
    decided: true,
    ref: i.id,
    facts: { fileName: i.fileName, count: 'count(*)', from: `min(${a.year})`, to: `max(${a.year})` },
    from: 'actual a JOIN import i ON i.id = a.import_id WHERE a.contract_id = $1 GROUP BY i.id',
  },
];
