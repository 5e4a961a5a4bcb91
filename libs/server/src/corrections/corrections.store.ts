import type { Correction } from '@crm/api-contract/corrections';
import { differences, type ContractFacts } from '@crm/domain/supplements';
import type { Rows } from '@crm/platform/db';
import { known } from '../data-access/index.js';
import { contractCorrectionTable } from './correction.entity.js';

interface CorrectionRow extends Omit<Correction, 'lines'> {
  readonly before: ContractFacts;
  readonly after: ContractFacts;
}

const t = contractCorrectionTable;
const SELECT = `
  SELECT
    ${t.pick('t', 'id', 'contractId', 'state', 'reason', 'before', 'after', 'knownFrom', 'importId', 'importRow')},
    ${t.pick('t', 'demo', 'version')}, c.number AS "contractNumber", u.name AS "askedBy", t.created_at AS "askedAt",
    a.id AS "approvalId", CASE WHEN a.state IN ('granted', 'returned') THEN s.name END AS "agreedBy",
    (
      SELECT count(*)::int
      FROM file f
      WHERE f.subject_type = 'correction' AND f.subject_id = t.id AND f.removed_at IS NULL
    ) AS evidence
  FROM contract_correction t
  JOIN contract c ON c.id = t.contract_id
  LEFT JOIN app_user u ON u.id = t.asked_by
  LEFT JOIN approval a ON a.kind = 'contract-correction' AND a.subject_id = t.id
  LEFT JOIN app_user s ON s.id = a.closed_by
`;

/** Newest first. */
export const correctionsOf = async (rows: Rows, contractId: string): Promise<Correction[]> =>
  (
    await rows.rows<CorrectionRow>(`${SELECT} WHERE t.contract_id = $1 ORDER BY t.created_at DESC, t.id DESC`, [
      contractId,
    ])
  ).map(view);

export const correctionById = async (rows: Rows, id: string): Promise<Correction> =>
  view(known(await rows.one<CorrectionRow>(`${SELECT} WHERE t.id = $1`, [id])));

/** The latest of each row of an import. */
export const correctionsOfImport = async (rows: Rows, importId: string): Promise<Correction[]> =>
  (
    await rows.rows<CorrectionRow>(
      `SELECT DISTINCT ON (q."importRow") q.*
       FROM (${SELECT} WHERE t.import_id = $1) q
       ORDER BY q."importRow", q."askedAt" DESC`,
      [importId],
    )
  ).map(view);

const view = ({ before, after, ...row }: CorrectionRow): Correction => ({ ...row, lines: differences(before, after) });
