export {
  Decimal,
  decimal,
  decimalText,
  narrowDigits,
  plain,
  roundForShow,
  sum,
  withoutFloatNoise,
  type Amount,
} from './decimal.js';
export {
  areaBases,
  areaMuOf,
  areaUnits,
  splitUnit,
  sqmFromMu,
  typedArea,
  type AreaBasis,
  type AreaUnit,
  type TypedArea,
} from './area.js';
export {
  moneyUnits,
  typedMoney,
  wanFromYi,
  wanOf,
  yiFromWan,
  yuanFromWan,
  type MoneyUnit,
  type TypedMoney,
} from './money.js';
export { perMuWan, percentOf, reaches, totalWan, weightedPerMu } from './per-mu.js';
export { muFromSqm, percentText } from './shown.example.js';
