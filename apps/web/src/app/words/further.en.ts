import { en } from '@crm/api-contract/sentences/en';
import { approvalsEn } from '../../approvals/approvals.en.js';
import { performanceEn } from '../../overview/performance.en.js';
import { promisesEn } from '../../commitments/promises.en.js';
import { contractsEn } from '../../contracts/contracts.en.js';
import { decisionsEn } from '../../decisions/decisions.en.js';
import { indicatorsEn } from '../../reference/indicators.en.js';
import { standardsEn } from '../../standards/standards.en.js';
import { lightsEn } from '../../lights/lights.en.js';
import { classesEn } from '../../per-mu-classes/classes.en.js';
import { enterprisesEn } from '../../enterprises/enterprises.en.js';
import { timelineEn } from '../../timeline/timeline.en.js';
import { supplementsEn } from '../../supplements/supplements.en.js';
import { filesEn } from '../../files/files.en.js';
import { progressEn } from '../../progress/progress.en.js';
import { importsEn } from '../../imports/imports.en.js';
import { remindersEn } from '../../reminders/reminders.en.js';
import { secretariesEn } from '../../secretaries/secretaries.en.js';
import { merged, sentencesOf } from '../../i18n/shape.js';

/** The words of all other rooms and of all refusals, one line per room; loaded beside the first page that uses them. */
export const furtherEn = merged(
  sentencesOf(en),
  remindersEn,
  secretariesEn,
  enterprisesEn,
  performanceEn,
  indicatorsEn,
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
