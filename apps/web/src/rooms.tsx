import { enterprisesRoom } from './enterprises/index.js';
import { leadsRoom } from './leads/index.js';
import { actualsRoom, overviewRoom } from './commitments/index.js';
import { decisionsRoom } from './decisions/index.js';
import { approvalsRoom } from './approvals/index.js';
import { contractsRoom } from './contracts/index.js';
import { progressRoom } from './progress/index.js';
import { homeRoom } from './home/index.js';
import { remindersRoom } from './reminders/index.js';
import { standardsRoom } from './standards/index.js';
import { accessRoom } from './access/index.js';
import { importsRoom } from './imports/index.js';
import { lightsRoom } from './lights/index.js';
import { perMuClassesRoom } from './per-mu-classes/index.js';
import { secretariesRoom } from './secretaries/index.js';
import type { Room } from './room.js';

/**
 * The table of rooms, in the order of the menu. A room adds one line here, one in each language of i18n/further.*.ts
 * and its name in frame/menu.*.ts.
 */
export const rooms: readonly Room[] = [
  homeRoom,
  remindersRoom,
  leadsRoom,
  enterprisesRoom,
  overviewRoom,
  decisionsRoom,
  contractsRoom,
  approvalsRoom,
  actualsRoom,
  progressRoom,
  lightsRoom,
  perMuClassesRoom,
  standardsRoom,
  secretariesRoom,
  importsRoom,
  accessRoom,
];
