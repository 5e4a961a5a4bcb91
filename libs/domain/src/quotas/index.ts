export {
  admitToQuota,
  quotaKinds,
  screenAgainstQuota,
  type Quota,
  type QuotaKind,
  type QuotaScreening,
} from './quota.js';
