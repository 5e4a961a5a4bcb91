import { worded } from '../providers/i18nProvider.js';

export { consequenceInWords, decisionInWords } from './Outcomes.js';
export { Clause } from './contract/ClauseDrawer.js';
export { ClauseFields } from './contract/ClauseFields.js';
export { Decide } from './contract/Decide.js';
export { DecisionPapers } from './contract/DecisionHistory.js';
export { Receive } from './contract/ReceiveDrawer.js';
export { useClausesOf, useMissedOf } from './useDecisions.js';

export const ConsequencePanel = worded(
  () => import('./contract/ConsequencePanel.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'indicators',
  'overview',
);
