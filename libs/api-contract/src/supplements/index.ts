export { Difference, Supplement, SupplementChanges, SupplementPreview, supplements } from './supplements.contract.js';
