export {
  DATA_SCOPES,
  DIGEST,
  HAPPENING_KINDS,
  HOLDING_KINDS,
  KEY_ROLES,
  KEY_SCOPES,
  KNOWN_ITEMS,
  RECEIPT_KINDS,
  ROUND_FIRMS,
} from './choices.js';
export { ACTS, CHANGES, TOLD_KINDS, type Act, type Change, type Tells, type ToldKind } from './told.js';
