export { ContactsService } from './contacts.service.js';
export { enterpriseIdentity } from './enterprise-identity.js';
export type { TypedIdentity } from './enterprise-identity.js';
export { enterpriseTable, contactTable, formerNameTable } from './enterprise.entity.js';
export { EnterprisesModule } from './enterprises.module.js';
export { EnterprisesService, assertReferences } from './enterprises.service.js';
export type { Follower, MergedFirms } from './follower.js';
export { firmFollowers } from './firm-followers.js';
export {
  lockIdentity,
  lockIdentities,
  enterpriseByIdentity,
  isOfName,
  refuseFormerName,
  followName,
} from './identity.store.js';
export { refuseMerged } from './merged.store.js';
export { MergeNotes, valuesOf, wholeRow } from './merge-notes.js';
export { enterpriseById, visibleEnterprises, worksWith } from './enterprises.store.js';
export { ENTERPRISE_COLUMNS, ENTERPRISE_FROM, enterpriseView, type EnterpriseRow } from './enterprise.view.js';
export { contractMatching, enterpriseInRow, enterpriseMatching, inRow } from './matching-text.js';
export { admitUnmasking, keepPhoneCheck } from './phone-checks.js';
export { pinyinOf } from './pinyin-of.js';
export { FIRM_OF_ROW, firmMatch } from './firm-of-row.js';
export { joinCode, partCode } from './join-code.js';
