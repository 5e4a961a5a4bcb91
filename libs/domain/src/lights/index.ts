export { bandFaults, defaultBands, lights, trafficBands, type Band, type Light } from './traffic-light.js';
export {
  REMINDED_FOR_DAYS,
  judgePace,
  lastDayOfMonth,
  latestLight,
  paceDue,
  paceStepPlan,
  type JudgedMonth,
} from './pace.js';
export { coverage, type Stretch } from './coverage.js';
