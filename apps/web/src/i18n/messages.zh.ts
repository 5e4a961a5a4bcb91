import { zh } from '@crm/api-contract/sentences/zh';
import { accessZh } from '../access/access.zh.js';
import { approvalsZh } from '../approvals/approvals.zh.js';
import { performanceZh } from '../commitments/performance.zh.js';
import { promisesZh } from '../commitments/promises.zh.js';
import { contractsZh } from '../contracts/contracts.zh.js';
import { decisionsZh } from '../decisions/decisions.zh.js';
import { standardsZh } from '../standards/standards.zh.js';
import { lightsZh } from '../lights/lights.zh.js';
import { classesZh } from '../per-mu-classes/classes.zh.js';
import { frameZh } from '../frame/frame.zh.js';
import { enterprisesZh } from '../enterprises/enterprises.zh.js';
import { leadsZh } from '../leads/leads.zh.js';
import { homeZh } from '../home/home.zh.js';
import { timelineZh } from '../timeline/timeline.zh.js';
import { supplementsZh } from '../supplements/supplements.zh.js';
import { filesZh } from '../files/files.zh.js';
import { progressZh } from '../progress/progress.zh.js';
import { importsZh } from '../imports/imports.zh.js';
import { remindersZh } from '../reminders/reminders.zh.js';
import { partsZh } from '../parts/parts.zh.js';
import { showcaseZh } from '../parts/showcase.zh.js';
import { secretariesZh } from '../secretaries/secretaries.zh.js';
import { errorsZh } from './errors.zh.js';
import { reactAdminZh } from './reactAdmin.zh.js';
import { merged, sentencesOf } from './shape.js';

/** One line per room. A room's tree may add to `resources.<name>` and `errors.<code>`; nothing is said twice. */
export const messagesZh = merged(
  sentencesOf(zh),
  reactAdminZh,
  errorsZh,
  partsZh,
  showcaseZh,
  frameZh,
  accessZh,
  homeZh,
  remindersZh,
  secretariesZh,
  leadsZh,
  enterprisesZh,
  performanceZh,
  standardsZh,
  lightsZh,
  classesZh,
  contractsZh,
  approvalsZh,
  promisesZh,
  supplementsZh,
  timelineZh,
  filesZh,
  decisionsZh,
  progressZh,
  importsZh,
);
