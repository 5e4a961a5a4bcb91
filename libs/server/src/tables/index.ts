import type { AnyTable } from '@crm/platform/db';
import {
  apiKeyTable,
  apiKeyUseTable,
  appUserTable,
  departmentTable,
  lastSignInTable,
  loginFailureTable,
  scopeDepartmentTable,
  rateUseTable,
  sessionTable,
  spentTokenTable,
} from '../access/access.entity.js';
import { approvalPolicyTable, approvalStepTable, approvalTable } from '../approvals/approval.entity.js';
import {
  assessmentDefaultTable,
  assessmentTable,
  contractSummaryTable,
  contractYearSummaryTable,
} from '../assessments/assessment.entity.js';
import {
  auditChainTable,
  auditEntryTable,
  auditHeadTable,
  auditLinkTable,
  auditPersonTable,
  auditPersonalTable,
  auditSegmentTable,
  auditUnmaskingTable,
} from '../audit/audit.entity.js';
import {
  actualTable,
  commitmentTable,
  commitmentTermTable,
  figureChoiceTable,
  waiverTable,
} from '../commitments/commitment.entity.js';
import {
  clauseChecklistItemTable,
  contractCheckTable,
  contractAsKnownTable,
  contractStandardTable,
  contractTable,
  investmentProjectTable,
  milestoneTable,
  parcelTable,
  supportClauseTable,
  supportPaymentTable,
} from '../contracts/contract.entity.js';
import { contractCorrectionTable } from '../corrections/correction.entity.js';
import {
  consequenceClauseTable,
  consequenceDecisionTable,
  consequenceOutcomeTable,
  consequenceWordingTable,
} from '../decisions/decision.entity.js';
import { dueAskTable, dueChangeTable, dueSweepTable } from '../due/due.entity.js';
import {
  contactTable,
  contactUnmaskingTable,
  enterpriseTable,
  formerNameTable,
  phoneCheckTable,
} from '../enterprises/enterprise.entity.js';
import { enterpriseDistinctionTable } from '../merging/distinction.entity.js';
import { enterpriseMergeTable } from '../merging/merge.entity.js';
import { fileTable } from '../files/file.entity.js';
import {
  importFileTable,
  importMappingTable,
  importProgressTable,
  importRowTable,
  importTable,
} from '../imports/import.entity.js';
import { coReportTable, followUpTable, leadTable } from '../leads/lead.entity.js';
import { lightBandsTable, paceFigureTable, paceTargetTable } from '../lights/light.entity.js';
import { industryChainTable, industryTable, parkTable } from '../parks/park.entity.js';
import {
  evaluationFirmTable,
  evaluationFormulaTable,
  evaluationResultTable,
  evaluationRoundTable,
  evaluationValueTable,
} from '../per-mu-classes/evaluation.entity.js';
import { portfolioChangeTable } from '../portfolio/portfolio.entity.js';
import {
  checkUpLimitTable,
  milestoneExtensionTable,
  milestoneReachedTable,
  receiptTable,
} from '../progress/progress.entity.js';
import { reminderOccurrenceTable, reminderRuleTable, reminderTable } from '../reminders/reminder.entity.js';
import { secretaryAssignmentTable } from '../secretaries/secretary.entity.js';
import { calendarYearTable, provincialStandardTable, workingDayTable } from '../standards/standard.entity.js';
import { contractAmendmentTable, contractFullProductionTable } from '../supplements/supplement.entity.js';

/** Every table of the product, each described in its room. A spec compares them with the migrated database. */
export const tables: readonly AnyTable[] = [
  actualTable,
  apiKeyTable,
  apiKeyUseTable,
  appUserTable,
  approvalPolicyTable,
  approvalStepTable,
  approvalTable,
  assessmentDefaultTable,
  assessmentTable,
  auditChainTable,
  auditEntryTable,
  auditHeadTable,
  auditLinkTable,
  auditPersonTable,
  auditPersonalTable,
  auditSegmentTable,
  auditUnmaskingTable,
  calendarYearTable,
  checkUpLimitTable,
  clauseChecklistItemTable,
  coReportTable,
  commitmentTable,
  commitmentTermTable,
  consequenceClauseTable,
  consequenceDecisionTable,
  consequenceOutcomeTable,
  consequenceWordingTable,
  contactTable,
  contactUnmaskingTable,
  contractAmendmentTable,
  contractAsKnownTable,
  contractCheckTable,
  contractCorrectionTable,
  contractFullProductionTable,
  contractStandardTable,
  contractSummaryTable,
  contractTable,
  contractYearSummaryTable,
  departmentTable,
  lastSignInTable,
  dueAskTable,
  dueChangeTable,
  dueSweepTable,
  enterpriseDistinctionTable,
  enterpriseMergeTable,
  enterpriseTable,
  evaluationFirmTable,
  evaluationFormulaTable,
  evaluationResultTable,
  evaluationRoundTable,
  evaluationValueTable,
  fileTable,
  formerNameTable,
  followUpTable,
  importFileTable,
  importMappingTable,
  importProgressTable,
  importRowTable,
  importTable,
  industryChainTable,
  industryTable,
  investmentProjectTable,
  leadTable,
  lightBandsTable,
  loginFailureTable,
  milestoneExtensionTable,
  milestoneReachedTable,
  milestoneTable,
  paceFigureTable,
  paceTargetTable,
  parcelTable,
  parkTable,
  phoneCheckTable,
  portfolioChangeTable,
  provincialStandardTable,
  rateUseTable,
  receiptTable,
  reminderOccurrenceTable,
  reminderRuleTable,
  reminderTable,
  scopeDepartmentTable,
  secretaryAssignmentTable,
  sessionTable,
  spentTokenTable,
  supportClauseTable,
  supportPaymentTable,
  figureChoiceTable,
  waiverTable,
  workingDayTable,
];
