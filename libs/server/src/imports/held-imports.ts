import { counting, type HoldingSource } from '../leaving/index.js';

/** Uploaded and not finished; colleagues in scope may finish or drop it. */
export const heldImports: HoldingSource = {
  kind: 'imports',
  count: counting(
    `FROM import t WHERE t.created_by = $1 AND t.status IN ('uploaded', 'needs-mapping', 'checking', 'checked')`,
  ),
};
