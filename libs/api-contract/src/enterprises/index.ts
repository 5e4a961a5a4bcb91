export { Contact, Enterprise, EnterpriseDetail, contacts, enterprises, phone } from './enterprises.contract.js';
export { numberOf, phonesIn } from './phones.js';
