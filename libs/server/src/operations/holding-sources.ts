import { approvalRequests, signatures } from '../approvals/index.js';
import { heldContracts, heldDrafts } from '../contracts/index.js';
import { heldImports } from '../imports/index.js';
import { heldLeads } from '../leads/index.js';
import type { HoldingSource } from '../leaving/index.js';
import { heldReminders } from '../reminders/index.js';
import { heldAssignments } from '../secretaries/index.js';

/** What people hold, room by room; whoever disables an account is asked about all of it and knows no room. */
export const holdingSources: readonly HoldingSource[] = [
  heldLeads,
  heldDrafts,
  heldContracts,
  heldAssignments,
  signatures,
  approvalRequests,
  heldReminders,
  heldImports,
];
