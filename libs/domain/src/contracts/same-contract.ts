import { matchingProjectName, normaliseCreditCode } from '../enterprises/index.js';
import type { ContractKind } from './contract.js';

/** Two rows of a ledger are the same contract if credit code, project name (normalised) and kind agree. */
export const contractKey = (row: { creditCode: string; projectName: string; kind: ContractKind }): string =>
  JSON.stringify([normaliseCreditCode(row.creditCode), matchingProjectName(row.projectName), row.kind]);
