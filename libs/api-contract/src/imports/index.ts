export {
  Import,
  ImportCounts,
  ImportFault,
  ImportQuestion,
  ImportSummary,
  UnitCheck,
  imports,
  type ImportStatus,
  type RowOutcome,
  type SheetRow,
} from './imports.contract.js';
