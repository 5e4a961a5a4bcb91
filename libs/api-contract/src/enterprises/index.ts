export { Contact, Enterprise, EnterpriseDetail, contacts, enterprises, phone } from './enterprises.contract.js';
export { numberOf, phonesIn } from './phones.js';
export {
  MergeNotice,
  alongRecords,
  mergedRecords,
  type AlongRecord,
  type MergedRecord,
} from './merge-notices.contract.js';
