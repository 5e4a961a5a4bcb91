export {
  INDICATORS,
  NewStandard,
  PLACE_LEVELS,
  ProvincialStandard,
  provincialStandards,
  workingDays,
} from './standards.contract.js';
