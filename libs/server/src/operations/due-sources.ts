import { approvalsDueSource } from '../approvals/index.js';
import { commitmentsDueSource } from '../commitments/index.js';
import { contractsDueSource } from '../contracts/index.js';
import type { DueSource } from '../due/index.js';
import { importsDueSource } from '../imports/index.js';
import { leadsDueSource } from '../leads/index.js';
import { lightsDueSource } from '../lights/index.js';
import { checkUpDueSource, landDueSource } from '../progress/index.js';

/** The rooms with deadlines, one per line; reminders ask all of them and know none. */
export const dueSources: readonly DueSource[] = [
  leadsDueSource,
  approvalsDueSource,
  contractsDueSource,
  commitmentsDueSource,
  lightsDueSource,
  landDueSource,
  checkUpDueSource,
  importsDueSource,
];
