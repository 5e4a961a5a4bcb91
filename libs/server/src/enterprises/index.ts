export { ContactsService } from './contacts.service.js';
export { enterpriseIdentity } from './enterprise-identity.js';
export type { TypedIdentity } from './enterprise-identity.js';
export { enterpriseTable, contactTable } from './enterprise.entity.js';
export { EnterprisesModule } from './enterprises.module.js';
export { EnterprisesService, assertReferences } from './enterprises.service.js';
export {
  visibleEnterprises,
  worksWith,
  lockIdentity,
  enterpriseByIdentity,
  refuseFormerName,
} from './enterprises.store.js';
export { contractMatching, enterpriseMatching } from './matching-text.js';
export { admitUnmasking, keepPhoneCheck } from './phone-checks.js';
export { pinyinOf } from './pinyin-of.js';
export { joinCode, partCode } from './join-code.js';
