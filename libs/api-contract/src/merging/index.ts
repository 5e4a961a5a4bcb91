export {
  EnterpriseMerge,
  MergeNotice,
  MergePreview,
  ProbableDuplicate,
  UndoPreview,
  enterpriseMerges,
  type AlongRecord,
  type MergedRecord,
} from './merging.contract.js';
