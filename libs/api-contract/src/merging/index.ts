export { EnterpriseMerge, MergePreview, ProbableDuplicate, UndoPreview, enterpriseMerges } from './merging.contract.js';
