export { investmentOf } from './list/sums.js';
export type { DrawerProps, Go, Panel, PanelProps } from './panel.js';
export { stopKinds, stopsOf, type Stop } from './stops.js';
export { useChecklist, useClauseName } from './useChecklist.js';
export { useActuals, useAssessments, useAssessmentsAsOf, useContract, useTerms } from './useContract.js';
