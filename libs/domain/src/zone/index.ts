export { CHECKLIST, SAID_DONE, stateOf, type ChecklistStep, type Counted, type StepState } from './checklist.js';
