import { zh } from '@crm/api-contract/sentences/zh';
import { approvalsZh } from '../../approvals/approvals.zh.js';
import { performanceZh } from '../../overview/performance.zh.js';
import { promisesZh } from '../../commitments/promises.zh.js';
import { contractsZh } from '../../contracts/contracts.zh.js';
import { decisionsZh } from '../../decisions/decisions.zh.js';
import { indicatorsZh } from '../../reference/indicators.zh.js';
import { standardsZh } from '../../standards/standards.zh.js';
import { lightsZh } from '../../lights/lights.zh.js';
import { classesZh } from '../../per-mu-classes/classes.zh.js';
import { enterprisesZh } from '../../enterprises/enterprises.zh.js';
import { timelineZh } from '../../timeline/timeline.zh.js';
import { supplementsZh } from '../../supplements/supplements.zh.js';
import { filesZh } from '../../files/files.zh.js';
import { progressZh } from '../../progress/progress.zh.js';
import { importsZh } from '../../imports/imports.zh.js';
import { remindersZh } from '../../reminders/reminders.zh.js';
import { secretariesZh } from '../../secretaries/secretaries.zh.js';
import { merged, sentencesOf } from '../../i18n/shape.js';

/** The words of all other rooms and of all refusals, one line per room; loaded beside the first page that uses them. */
export const furtherZh = merged(
  sentencesOf(zh),
  remindersZh,
  secretariesZh,
  enterprisesZh,
  performanceZh,
  indicatorsZh,
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
