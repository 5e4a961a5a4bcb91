import { enterprisesRoom } from '../enterprises/room.js';
import { leadsRoom } from '../leads/room.js';
import { actualsRoom } from '../commitments/room.js';
import { contractPageRoom } from '../contract-page/room.js';
import { overviewRoom } from '../overview/room.js';
import { decisionsRoom } from '../decisions/room.js';
import { approvalsRoom } from '../approvals/room.js';
import { contractsRoom } from '../contracts/room.js';
import { progressRoom } from '../progress/room.js';
import { homeRoom } from '../home/room.js';
import { remindersRoom } from '../reminders/room.js';
import { parksRoom } from '../parks/room.js';
import { standardsRoom } from '../standards/room.js';
import { peopleRoom } from '../people/room.js';
import { accessRoom } from '../access/room.js';
import { auditRoom } from '../audit/room.js';
import { importsRoom } from '../imports/room.js';
import { lightsRoom } from '../lights/room.js';
import { perMuClassesRoom } from '../per-mu-classes/room.js';
import { secretariesRoom } from '../secretaries/room.js';
import type { Room } from '../frame/room.js';

/**
 * The table of rooms, in the order of the menu. A room adds one line here, one in each language of words/further.*.ts
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
  contractPageRoom,
  approvalsRoom,
  actualsRoom,
  progressRoom,
  lightsRoom,
  perMuClassesRoom,
  standardsRoom,
  parksRoom,
  secretariesRoom,
  importsRoom,
  peopleRoom,
  accessRoom,
  auditRoom,
];
