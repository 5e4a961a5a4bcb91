export {
  EnterpriseDistinction,
  EnterpriseMerge,
  MergePreview,
  ProbableDuplicate,
  UndoPreview,
  enterpriseDistinctions,
  enterpriseMerges,
} from './merging.contract.js';
