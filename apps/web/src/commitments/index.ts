import { worded } from '../providers/i18nProvider.js';

export { CorrectDrawer } from './actuals/CorrectDrawer.js';
export { ReportDrawer } from './actuals/ReportDrawer.js';
export { PromiseFields } from './promises/PromiseFields.js';
export { PromisesAlone } from './promises/PromisesAlone.js';
export { QuantityInput } from './promises/QuantityInput.js';
export { RampFields, type RampLine } from './promises/RampFields.js';
export { WaiveDrawer } from './promises/WaiveDrawer.js';
export { WhyOf } from './promises/WhyOf.js';
export { countedAs, exactly } from './promises/explain.js';
export { promisedInWords, shortfallSaid, shown, unitSaid, withUnit } from './promises/quantities.js';

export const PromisePanel = worded(
  () => import('./promises/PromisePanel.js'),
  'commitments',
  'contracts',
  'indicators',
  'overview',
);
export const ActualPanel = worded(
  () => import('./actuals/ActualPanel.js'),
  'commitments',
  'contracts',
  'files',
  'indicators',
  'overview',
);
export const TermsPanel = worded(() => import('./promises/TermsPanel.js'), 'commitments', 'contracts', 'indicators');
