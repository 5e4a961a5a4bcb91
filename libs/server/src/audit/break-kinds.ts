import type { AuditBreak } from '@crm/api-contract/audit';

/** A broken place as the checks name it; the words come with the answer. */
export interface Found {
  readonly kind: AuditBreak['kind'];
  readonly chain?: number;
  readonly position?: number;
  readonly entry?: string | null;
  /** The number of the signed head. */
  readonly head?: string;
  readonly days?: number;
}

/** The trail is broken, so nothing of it is signed or moved. Its first broken places are in the log. */
export class BrokenTrailError extends Error {
  constructor(readonly found: readonly Found[]) {
    super(`the audit trail is broken: ${found.map(({ kind }) => kind).join(', ')}`);
  }
}
