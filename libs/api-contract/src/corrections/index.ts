export { Correction, CorrectionFacts, CorrectionPreview, corrections } from './corrections.contract.js';
