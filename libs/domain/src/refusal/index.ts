export { Refusal, checkAll, isRefusal, type Fact, type Facts, type FieldFault, type RefusalKind } from './refusal.js';
