import type { Permission } from '@crm/api-contract/permissions';

/** A record of the owner, by how it is tied to people. */
export type Kind =
  | 'lead'
  | 'enterprise'
  | 'contact'
  | 'project'
  | 'draft'
  | 'draftCommitment'
  | 'draftClause'
  | 'signed'
  | 'signedCommitment'
  | 'milestone'
  | 'actual'
  | 'receipt'
  | 'file'
  | 'import'
  | 'assignment';

/** What decides whether a record of the kind may be read. */
export const readingOf: Readonly<Record<Kind, Permission>> = {
  lead: ['read', 'Lead'],
  enterprise: ['read', 'Enterprise'],
  contact: ['read', 'Contact'],
  project: ['read', 'InvestmentProject'],
  draft: ['read', 'Contract'],
  draftCommitment: ['read', 'Contract'],
  draftClause: ['read', 'Contract'],
  signed: ['read', 'Contract'],
  signedCommitment: ['read', 'Contract'],
  milestone: ['read', 'Contract'],
  actual: ['read', 'Contract'],
  receipt: ['read', 'Contract'],
  file: ['read', 'Contract'],
  import: ['read', 'Import'],
  assignment: ['read', 'SecretaryAssignment'],
};

export interface Case {
  readonly on: Kind;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The field of the body that names the record, where the address has no `:id`. */
  readonly named?: string;
  /** If the verb needs more than the permission of its route. */
  readonly needs?: Permission;
  /** The record is the one in the second parameter as well. */
  readonly params?: Readonly<Record<string, string>>;
}

const REASON = { reason: '矩阵核对' };
const AMOUNT = { value: '1', unit: 'wan' };
const NOBODY = '01234567-89ab-7def-8123-456789abcdef';
const RECEIPT = { kind: 'bank-slip', arrivedOn: '2026-01-02', amount: AMOUNT };

/**
 * Every route that names a record by its id, with a valid body that the rules refuse if possible, so the records stay
 * unchanged. Guarded routes get an outdated version.
 */
export const cases: Readonly<Record<string, Case | readonly Case[]>> = {
  'leads.one': { on: 'lead' },
  'leads.timeline': { on: 'lead' },
  'leads.coReports': { on: 'lead' },
  'leads.update': { on: 'lead', body: { note: '矩阵' } },
  'leads.move': [
    { on: 'lead', body: { stage: 'signed' } },
    { on: 'lead', body: { stage: 'lost' }, needs: ['lose', 'Lead'] },
  ],
  'leads.transfer': { on: 'lead', body: { ownerId: NOBODY, ...REASON } },
  'followUps.create': { on: 'lead', body: { kind: 'call', onDay: '2026-01-02', result: '矩阵' } },
  'enterprises.one': { on: 'enterprise' },
  'enterprises.update': { on: 'enterprise', body: { name: '改名企业' } },
  'contacts.create': { on: 'enterprise', named: 'enterpriseId', body: { name: '矩阵' } },
  'contacts.update': { on: 'contact', body: { note: '矩阵' } },
  'contacts.unmask': { on: 'contact', body: { reason: '看看看看' } },
  'investmentProjects.one': { on: 'project' },
  'investmentProjects.update': { on: 'project', body: { name: '改名项目' } },
  'contracts.one': [{ on: 'draft' }, { on: 'signed' }],
  'contracts.update': { on: 'draft', body: { note: '矩阵' } },
  'contracts.submit': { on: 'draft', body: {} },
  'contracts.withdraw': { on: 'draft' },
  'contracts.perform': { on: 'draft' },
  'contracts.complete': { on: 'draft', body: { endedOn: '2026-01-02' } },
  'contracts.terminate': { on: 'draft', body: { endedOn: '2026-01-02', ...REASON } },
  'contracts.void': { on: 'draft', body: REASON },
  'contracts.sign': { on: 'draft', body: { signedOn: '2026-01-02' } },
  'contracts.paySupport': { on: 'draft', body: { paid: AMOUNT, paidOn: '2026-01-02' } },
  'contractChecklists.one': [{ on: 'draft' }, { on: 'signed' }],
  'contractChecklists.check': { on: 'signed', body: {}, params: { itemId: NOBODY } },
  'contractChecklists.uncheck': { on: 'signed', params: { itemId: NOBODY } },
  'supportClauses.list': [{ on: 'draft' }, { on: 'signed' }],
  'supportClauses.create': { on: 'draft', body: { text: '矩阵', endsOn: '2027-01-02' } },
  'corrections.list': { on: 'signed' },
  'corrections.preview': { on: 'signed', body: { fullProductionYear: 2031 } },
  'corrections.create': { on: 'signed', body: { fullProductionYear: 2031, ...REASON } },
  'supplements.list': { on: 'signed' },
  'supplements.preview': { on: 'signed', body: {} },
  'supplements.create': { on: 'signed', body: { signedOn: '2026-01-02', ...REASON } },
  'supplements.renew': { on: 'draft', body: {} },
  'timeline.list': [{ on: 'draft' }, { on: 'signed' }],
  'assessments.ofContract': [{ on: 'draft' }, { on: 'signed' }],
  'milestones.record': { on: 'milestone', body: { actualOn: '2026-01-02' } },
  'milestoneExtensions.ask': { on: 'milestone', body: { toDay: '2020-01-02', ...REASON } },
  'commitments.one': [{ on: 'draftCommitment' }, { on: 'signedCommitment' }],
  'commitments.create': {
    on: 'draft',
    named: 'contractId',
    body: { indicator: 'tax', perMuWan: '30' },
  },
  'commitments.waive': { on: 'draftCommitment', body: { year: 2024, ...REASON } },
  'consequenceClauses.update': { on: 'draftClause', body: { text: '矩阵' } },
  'consequenceClauses.drop': { on: 'draftClause' },
  'actuals.create': {
    on: 'signed',
    named: 'contractId',
    body: { indicator: 'tax', year: 2025, source: 'statistics', value: { value: '1500', unit: 'wan' } },
  },
  'actuals.correct': { on: 'actual', body: { value: { value: '1500', unit: 'wan' }, ...REASON } },
  'actuals.verify': { on: 'actual' },
  'actuals.choose': { on: 'actual', body: REASON },
  'receipts.create': { on: 'draft', named: 'contractId', body: RECEIPT },
  'receipts.correct': { on: 'receipt', body: { ...RECEIPT, ...REASON } },
  'receipts.verify': { on: 'receipt' },
  'files.content': { on: 'file' },
  'files.remove': { on: 'file', body: REASON },
  'imports.one': { on: 'import' },
  'imports.rows': { on: 'import' },
  'imports.touched': { on: 'import' },
  'imports.errorWorkbook': { on: 'import' },
  'imports.change': { on: 'import', body: { sheet: '没有' } },
  'imports.corrections': { on: 'import' },
  'imports.correct': { on: 'import', body: { rows: [1], ...REASON } },
  'imports.commit': { on: 'import' },
  'imports.close': { on: 'import', body: REASON },
  'imports.revert': { on: 'import' },
  'secretaryAssignments.one': { on: 'assignment' },
  'secretaryAssignments.handOver': { on: 'assignment', body: { toUserId: NOBODY, fromDay: '2026-12-01' } },
  'secretaryAssignments.end': { on: 'assignment', body: { toDay: '2019-01-02' } },
};

/** Routes with an id whose rows belong to nobody: the same for everybody who may call them. */
export const ofTheZone: readonly string[] = [
  'users.one',
  'users.unlock',
  'users.update',
  'users.enable',
  'users.disable',
  'users.resetPassword',
  'departments.one',
  'departments.update',
  'departments.close',
  'departments.reopen',
  'departments.merge',
  'userSessions.list',
  'userSessions.end',
  'userSessions.endAll',
  'apiKeys.revoke',
  'auditEntries.unmask',
  'enterpriseMerges.one',
  'enterpriseMerges.undoPreview',
  'enterpriseMerges.undo',
  'enterpriseDistinctions.withdraw',
  'calendarYears.one',
  'calendarYears.preview',
  'calendarYears.change',
  'parks.one',
  'parks.update',
  'parks.close',
  'parks.reopen',
  'parks.uses',
  'industries.one',
  'industries.update',
  'industries.close',
  'industries.reopen',
  'industries.uses',
  'industryChains.one',
  'industryChains.update',
  'industryChains.close',
  'industryChains.reopen',
  'industryChains.uses',
  'checklistItems.update',
  'reminderRules.change',
  'reminderRules.preview',
  'reminders.resolve',
  'evaluationRounds.one',
  'evaluationRounds.changeFormula',
  'evaluationRounds.enter',
  'evaluationRounds.readSheet',
  'evaluationRounds.take',
  'evaluationRounds.leaveOut',
  'evaluationRounds.close',
  'evaluationRounds.reopen',
  'evaluationRounds.firm',
  'paceTargets.one',
];

/** Routes whose scope has its own end-to-end test. */
export const elsewhere: Readonly<Record<string, string>> = {
  'reminders.one': 'reminders',
  'reminders.done': 'reminders',
  'reminders.snooze': 'reminders',
  'reminders.reopen': 'reminders',
  'approvals.one': 'approvals',
  'approvals.approve': 'approvals',
  'approvals.return': 'approvals',
  'approvals.addSigner': 'approvals',
  'approvals.revoke': 'approvals',
  'decisions.one': 'decisions',
  'decisions.receive': 'decisions',
  'secretaries.handOver': 'secretaries',
  'supportClauses.end': 'contracts',
};
