export {
  creditCode,
  creditCodeCheckSymbol,
  failsCheckOnly,
  normaliseCreditCode,
  organisationCheckSymbol,
} from './credit-code.js';
export { storedName } from './stored-name.js';
export { legalFormOf, matchingName, matchingProjectName } from './matching-name.js';
export { bearsName, couldBeSameName, enterpriseMeant, foundedName, isSameName } from './enterprise-meant.js';
export {
  firmKey,
  firmStandings,
  isForeignName,
  uncodedFirm,
  type FirmStanding,
  type UncodedFirm,
} from './firm-standing.js';
export { maskedName, maskedPhone } from './masked.js';
export { PHONE_CHECKS_AN_HOUR, UNMASKINGS_AN_HOUR, isCompletePhone, isReason } from './phone-questions.js';
export { undoableUntil } from './merge-window.js';
