export {
  furtherIndicators,
  indicatorRules,
  indicators,
  isPerMu,
  isRefund,
  promisedIndicators,
  quantityOf,
  quantityUnits,
  typedUnits,
  type Bound,
  type DerivationSource,
  type FurtherIndicator,
  type Indicator,
  type PromisedIndicator,
  type QuantityUnit,
  type TypedUnit,
} from './indicators.js';
export { minimumWan, standardInForce, type ProvincialStandard, type StandardPlace } from './provincial-standard.js';
export { aStandard, standardsOf2021 } from './provincial-standard.example.js';
export { admitVersions, type Admission } from './admit-versions.js';
