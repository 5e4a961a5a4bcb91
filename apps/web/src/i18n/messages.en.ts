import { en } from '@crm/api-contract/sentences/en';
import { accessEn } from '../access/access.en.js';
import { approvalsEn } from '../approvals/approvals.en.js';
import { performanceEn } from '../commitments/performance.en.js';
import { promisesEn } from '../commitments/promises.en.js';
import { contractsEn } from '../contracts/contracts.en.js';
import { decisionsEn } from '../decisions/decisions.en.js';
import { standardsEn } from '../standards/standards.en.js';
import { lightsEn } from '../lights/lights.en.js';
import { classesEn } from '../per-mu-classes/classes.en.js';
import { frameEn } from '../frame/frame.en.js';
import { enterprisesEn } from '../enterprises/enterprises.en.js';
import { leadsEn } from '../leads/leads.en.js';
import { homeEn } from '../home/home.en.js';
import { timelineEn } from '../timeline/timeline.en.js';
import { supplementsEn } from '../supplements/supplements.en.js';
import { filesEn } from '../files/files.en.js';
import { progressEn } from '../progress/progress.en.js';
import { importsEn } from '../imports/imports.en.js';
import { remindersEn } from '../reminders/reminders.en.js';
import { partsEn } from '../parts/parts.en.js';
import { showcaseEn } from '../parts/showcase.en.js';
import { secretariesEn } from '../secretaries/secretaries.en.js';
import { errorsEn } from './errors.en.js';
import { reactAdminEn } from './reactAdmin.en.js';
import { merged, sentencesOf } from './shape.js';

/** One line per room. A room's tree may add to `resources.<name>` and `errors.<code>`; nothing is said twice. */
export const messagesEn = merged(
  sentencesOf(en),
  reactAdminEn,
  errorsEn,
  partsEn,
  showcaseEn,
  frameEn,
  accessEn,
  homeEn,
  remindersEn,
  secretariesEn,
  leadsEn,
  enterprisesEn,
  performanceEn,
  standardsEn,
  lightsEn,
  classesEn,
  contractsEn,
  approvalsEn,
  promisesEn,
  supplementsEn,
  timelineEn,
  filesEn,
  decisionsEn,
  progressEn,
  importsEn,
);
