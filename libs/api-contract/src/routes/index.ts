// Written by `npm run routes` from the declarations (docs/adr/0024-typed-calls.md): nothing here is edited by hand.
import type { catalogue } from '../catalogue/index.js';
import type { AskedRoutes } from '../wire/index.js';

type Catalogue = typeof catalogue;

export const auth: AskedRoutes<Catalogue['auth']> = {
  login: { name: 'auth.login', method: 'POST', path: '/auth/login' },
  refresh: { name: 'auth.refresh', method: 'POST', path: '/auth/refresh' },
  logout: { name: 'auth.logout', method: 'POST', path: '/auth/logout' },
  me: { name: 'auth.me', method: 'GET', path: '/auth/me' },
  demo: { name: 'auth.demo', method: 'GET', path: '/auth/demo' },
};
export const users: AskedRoutes<Catalogue['users']> = {
  list: { name: 'users.list', method: 'GET', path: '/users' },
  one: { name: 'users.one', method: 'GET', path: '/users/:id' },
  unlock: { name: 'users.unlock', method: 'POST', path: '/users/:id/unlock' },
};
export const departments: AskedRoutes<Catalogue['departments']> = {
  list: { name: 'departments.list', method: 'GET', path: '/departments' },
};
export const apiKeys: AskedRoutes<Catalogue['apiKeys']> = {
  list: { name: 'apiKeys.list', method: 'GET', path: '/api-keys' },
  create: { name: 'apiKeys.create', method: 'POST', path: '/api-keys' },
  revoke: { name: 'apiKeys.revoke', method: 'POST', path: '/api-keys/:id/revoke' },
};
export const parks: AskedRoutes<Catalogue['parks']> = {
  list: { name: 'parks.list', method: 'GET', path: '/parks' },
  one: { name: 'parks.one', method: 'GET', path: '/parks/:id' },
};
export const industries: AskedRoutes<Catalogue['industries']> = {
  list: { name: 'industries.list', method: 'GET', path: '/industries' },
};
export const enterprises: AskedRoutes<Catalogue['enterprises']> = {
  list: { name: 'enterprises.list', method: 'GET', path: '/enterprises' },
  one: { name: 'enterprises.one', method: 'GET', path: '/enterprises/:id' },
  create: { name: 'enterprises.create', method: 'POST', path: '/enterprises' },
  update: { name: 'enterprises.update', method: 'PATCH', path: '/enterprises/:id' },
};
export const contacts: AskedRoutes<Catalogue['contacts']> = {
  list: { name: 'contacts.list', method: 'GET', path: '/contacts' },
  create: { name: 'contacts.create', method: 'POST', path: '/contacts' },
  update: { name: 'contacts.update', method: 'PATCH', path: '/contacts/:id' },
  unmask: { name: 'contacts.unmask', method: 'POST', path: '/contacts/:id/unmask' },
};
export const duplicates: AskedRoutes<Catalogue['duplicates']> = {
  check: { name: 'duplicates.check', method: 'GET', path: '/enterprises/duplicates' },
};
export const leads: AskedRoutes<Catalogue['leads']> = {
  list: { name: 'leads.list', method: 'GET', path: '/leads' },
  summary: { name: 'leads.summary', method: 'GET', path: '/leads/summary' },
  one: { name: 'leads.one', method: 'GET', path: '/leads/:id' },
  create: { name: 'leads.create', method: 'POST', path: '/leads' },
  update: { name: 'leads.update', method: 'PATCH', path: '/leads/:id' },
  move: { name: 'leads.move', method: 'POST', path: '/leads/:id/move' },
  transfer: { name: 'leads.transfer', method: 'POST', path: '/leads/:id/transfer' },
  timeline: { name: 'leads.timeline', method: 'GET', path: '/leads/:id/timeline' },
  coReports: { name: 'leads.coReports', method: 'GET', path: '/leads/:id/co-reports' },
};
export const followUps: AskedRoutes<Catalogue['followUps']> = {
  list: { name: 'followUps.list', method: 'GET', path: '/follow-ups' },
  create: { name: 'followUps.create', method: 'POST', path: '/leads/:id/follow-ups' },
};
export const search: AskedRoutes<Catalogue['search']> = {
  all: { name: 'search.all', method: 'GET', path: '/search' },
};
export const provincialStandards: AskedRoutes<Catalogue['provincialStandards']> = {
  list: { name: 'provincialStandards.list', method: 'GET', path: '/provincial-standards' },
  create: { name: 'provincialStandards.create', method: 'POST', path: '/provincial-standards' },
  inForce: { name: 'provincialStandards.inForce', method: 'GET', path: '/provincial-standards/in-force' },
};
export const provincialStandardPreviews: AskedRoutes<Catalogue['provincialStandardPreviews']> = {
  preview: { name: 'provincialStandardPreviews.preview', method: 'POST', path: '/provincial-standards/preview' },
};
export const workingDays: AskedRoutes<Catalogue['workingDays']> = {
  list: { name: 'workingDays.list', method: 'GET', path: '/working-days' },
  due: { name: 'workingDays.due', method: 'GET', path: '/working-days/due' },
};
export const reminders: AskedRoutes<Catalogue['reminders']> = {
  list: { name: 'reminders.list', method: 'GET', path: '/reminders' },
  counts: { name: 'reminders.counts', method: 'GET', path: '/reminders/counts' },
  preview: { name: 'reminders.preview', method: 'GET', path: '/reminders/preview' },
  undelivered: { name: 'reminders.undelivered', method: 'GET', path: '/reminders/undelivered' },
  resolve: { name: 'reminders.resolve', method: 'POST', path: '/reminders/undelivered/:id/resolve' },
  one: { name: 'reminders.one', method: 'GET', path: '/reminders/:id' },
  done: { name: 'reminders.done', method: 'POST', path: '/reminders/:id/done' },
  snooze: { name: 'reminders.snooze', method: 'POST', path: '/reminders/:id/snooze' },
  reopen: { name: 'reminders.reopen', method: 'POST', path: '/reminders/:id/reopen' },
};
export const reminderRules: AskedRoutes<Catalogue['reminderRules']> = {
  list: { name: 'reminderRules.list', method: 'GET', path: '/reminder-rules' },
  change: { name: 'reminderRules.change', method: 'PATCH', path: '/reminder-rules/:id' },
};
export const events: AskedRoutes<Catalogue['events']> = {
  stream: { name: 'events.stream', method: 'GET', path: '/events' },
};
export const auditEntries: AskedRoutes<Catalogue['auditEntries']> = {
  list: { name: 'auditEntries.list', method: 'GET', path: '/audit-entries' },
  unmask: { name: 'auditEntries.unmask', method: 'POST', path: '/audit-entries/:id/unmask' },
  erase: { name: 'auditEntries.erase', method: 'POST', path: '/audit-entries/erase-person' },
  verify: { name: 'auditEntries.verify', method: 'POST', path: '/audit-entries/verify' },
  anchor: { name: 'auditEntries.anchor', method: 'POST', path: '/audit-entries/anchor' },
};
export const secretaries: AskedRoutes<Catalogue['secretaries']> = {
  list: { name: 'secretaries.list', method: 'GET', path: '/secretaries' },
  coverage: { name: 'secretaries.coverage', method: 'GET', path: '/secretaries/coverage' },
  handOver: { name: 'secretaries.handOver', method: 'POST', path: '/secretaries/:id/hand-over' },
};
export const secretaryAssignments: AskedRoutes<Catalogue['secretaryAssignments']> = {
  list: { name: 'secretaryAssignments.list', method: 'GET', path: '/secretary-assignments' },
  one: { name: 'secretaryAssignments.one', method: 'GET', path: '/secretary-assignments/:id' },
  assign: { name: 'secretaryAssignments.assign', method: 'POST', path: '/secretary-assignments' },
  handOver: { name: 'secretaryAssignments.handOver', method: 'POST', path: '/secretary-assignments/:id/hand-over' },
  end: { name: 'secretaryAssignments.end', method: 'POST', path: '/secretary-assignments/:id/end' },
};
export const approvals: AskedRoutes<Catalogue['approvals']> = {
  list: { name: 'approvals.list', method: 'GET', path: '/approvals' },
  counts: { name: 'approvals.counts', method: 'GET', path: '/approvals/counts' },
  signers: { name: 'approvals.signers', method: 'GET', path: '/approvals/signers' },
  one: { name: 'approvals.one', method: 'GET', path: '/approvals/:id' },
  approve: { name: 'approvals.approve', method: 'POST', path: '/approvals/:id/approve' },
  return: { name: 'approvals.return', method: 'POST', path: '/approvals/:id/return' },
  addSigner: { name: 'approvals.addSigner', method: 'POST', path: '/approvals/:id/add-signer' },
  revoke: { name: 'approvals.revoke', method: 'POST', path: '/approvals/:id/revoke' },
};
export const approvalPolicies: AskedRoutes<Catalogue['approvalPolicies']> = {
  list: { name: 'approvalPolicies.list', method: 'GET', path: '/approval-policies' },
  replace: { name: 'approvalPolicies.replace', method: 'POST', path: '/approval-policies' },
};
export const investmentProjects: AskedRoutes<Catalogue['investmentProjects']> = {
  list: { name: 'investmentProjects.list', method: 'GET', path: '/investment-projects' },
  one: { name: 'investmentProjects.one', method: 'GET', path: '/investment-projects/:id' },
  create: { name: 'investmentProjects.create', method: 'POST', path: '/investment-projects' },
  update: { name: 'investmentProjects.update', method: 'PATCH', path: '/investment-projects/:id' },
};
export const contracts: AskedRoutes<Catalogue['contracts']> = {
  list: { name: 'contracts.list', method: 'GET', path: '/contracts' },
  one: { name: 'contracts.one', method: 'GET', path: '/contracts/:id' },
  create: { name: 'contracts.create', method: 'POST', path: '/contracts' },
  update: { name: 'contracts.update', method: 'PATCH', path: '/contracts/:id' },
  submit: { name: 'contracts.submit', method: 'POST', path: '/contracts/:id/submit' },
  withdraw: { name: 'contracts.withdraw', method: 'POST', path: '/contracts/:id/withdraw' },
  perform: { name: 'contracts.perform', method: 'POST', path: '/contracts/:id/perform' },
  complete: { name: 'contracts.complete', method: 'POST', path: '/contracts/:id/complete' },
  terminate: { name: 'contracts.terminate', method: 'POST', path: '/contracts/:id/terminate' },
  void: { name: 'contracts.void', method: 'POST', path: '/contracts/:id/void' },
  sign: { name: 'contracts.sign', method: 'POST', path: '/contracts/:id/sign' },
  paySupport: { name: 'contracts.paySupport', method: 'POST', path: '/contracts/:id/support' },
};
export const contractChecklists: AskedRoutes<Catalogue['contractChecklists']> = {
  one: { name: 'contractChecklists.one', method: 'GET', path: '/contracts/:id/checklist' },
  check: { name: 'contractChecklists.check', method: 'POST', path: '/contracts/:id/checklist/:itemId/check' },
  uncheck: { name: 'contractChecklists.uncheck', method: 'POST', path: '/contracts/:id/checklist/:itemId/uncheck' },
};
export const checklistItems: AskedRoutes<Catalogue['checklistItems']> = {
  list: { name: 'checklistItems.list', method: 'GET', path: '/checklist-items' },
  create: { name: 'checklistItems.create', method: 'POST', path: '/checklist-items' },
  order: { name: 'checklistItems.order', method: 'POST', path: '/checklist-items/order' },
  update: { name: 'checklistItems.update', method: 'PATCH', path: '/checklist-items/:id' },
};
export const supportClauses: AskedRoutes<Catalogue['supportClauses']> = {
  list: { name: 'supportClauses.list', method: 'GET', path: '/contracts/:id/support-clauses' },
  create: { name: 'supportClauses.create', method: 'POST', path: '/contracts/:id/support-clauses' },
  end: { name: 'supportClauses.end', method: 'POST', path: '/contracts/:id/support-clauses/:clauseId/end' },
};
export const parcels: AskedRoutes<Catalogue['parcels']> = {
  list: { name: 'parcels.list', method: 'GET', path: '/parcels' },
};
export const milestones: AskedRoutes<Catalogue['milestones']> = {
  list: { name: 'milestones.list', method: 'GET', path: '/milestones' },
  record: { name: 'milestones.record', method: 'POST', path: '/milestones/:id/record' },
};
export const commitments: AskedRoutes<Catalogue['commitments']> = {
  list: { name: 'commitments.list', method: 'GET', path: '/commitments' },
  one: { name: 'commitments.one', method: 'GET', path: '/commitments/:id' },
  create: { name: 'commitments.create', method: 'POST', path: '/commitments' },
  waive: { name: 'commitments.waive', method: 'POST', path: '/commitments/:id/waive' },
};
export const actuals: AskedRoutes<Catalogue['actuals']> = {
  list: { name: 'actuals.list', method: 'GET', path: '/actuals' },
  create: { name: 'actuals.create', method: 'POST', path: '/actuals' },
  correct: { name: 'actuals.correct', method: 'POST', path: '/actuals/:id/correct' },
  verify: { name: 'actuals.verify', method: 'POST', path: '/actuals/:id/verify' },
  choose: { name: 'actuals.choose', method: 'POST', path: '/actuals/:id/choose' },
};
export const assessments: AskedRoutes<Catalogue['assessments']> = {
  list: { name: 'assessments.list', method: 'GET', path: '/assessments' },
  ofContract: { name: 'assessments.ofContract', method: 'GET', path: '/contracts/:id/assessments' },
};
export const assessmentDefaults: AskedRoutes<Catalogue['assessmentDefaults']> = {
  inForce: { name: 'assessmentDefaults.inForce', method: 'GET', path: '/assessment-defaults' },
  set: { name: 'assessmentDefaults.set', method: 'POST', path: '/assessment-defaults' },
};
export const portfolio: AskedRoutes<Catalogue['portfolio']> = {
  perMu: { name: 'portfolio.perMu', method: 'GET', path: '/portfolio/per-mu' },
  heatMap: { name: 'portfolio.heatMap', method: 'GET', path: '/portfolio/heat-map' },
  decisions: { name: 'portfolio.decisions', method: 'GET', path: '/portfolio/decisions' },
};
export const supplements: AskedRoutes<Catalogue['supplements']> = {
  list: { name: 'supplements.list', method: 'GET', path: '/contracts/:id/supplements' },
  preview: { name: 'supplements.preview', method: 'POST', path: '/contracts/:id/supplements/preview' },
  create: { name: 'supplements.create', method: 'POST', path: '/contracts/:id/supplements' },
  renew: { name: 'supplements.renew', method: 'POST', path: '/contracts/:id/renewals' },
};
export const timeline: AskedRoutes<Catalogue['timeline']> = {
  list: { name: 'timeline.list', method: 'GET', path: '/contracts/:id/timeline' },
};
export const files: AskedRoutes<Catalogue['files']> = {
  attach: { name: 'files.attach', method: 'POST', path: '/files' },
  list: { name: 'files.list', method: 'GET', path: '/files' },
  content: { name: 'files.content', method: 'GET', path: '/files/:id/content' },
  remove: { name: 'files.remove', method: 'POST', path: '/files/:id/remove' },
};
export const receipts: AskedRoutes<Catalogue['receipts']> = {
  list: { name: 'receipts.list', method: 'GET', path: '/receipts' },
  create: { name: 'receipts.create', method: 'POST', path: '/receipts' },
  correct: { name: 'receipts.correct', method: 'POST', path: '/receipts/:id/correct' },
  verify: { name: 'receipts.verify', method: 'POST', path: '/receipts/:id/verify' },
};
export const milestoneExtensions: AskedRoutes<Catalogue['milestoneExtensions']> = {
  ask: { name: 'milestoneExtensions.ask', method: 'POST', path: '/milestones/:id/extensions' },
};
export const progress: AskedRoutes<Catalogue['progress']> = {
  board: { name: 'progress.board', method: 'GET', path: '/progress/board' },
  idleLand: { name: 'progress.idleLand', method: 'GET', path: '/progress/idle-land' },
  summary: { name: 'progress.summary', method: 'GET', path: '/progress/summary' },
};
export const checkUps: AskedRoutes<Catalogue['checkUps']> = {
  list: { name: 'checkUps.list', method: 'GET', path: '/check-ups' },
  limits: { name: 'checkUps.limits', method: 'GET', path: '/check-ups/limits' },
  setLimits: { name: 'checkUps.setLimits', method: 'POST', path: '/check-ups/limits' },
};
export const fourBatches: AskedRoutes<Catalogue['fourBatches']> = {
  report: { name: 'fourBatches.report', method: 'GET', path: '/four-batches' },
  rows: { name: 'fourBatches.rows', method: 'GET', path: '/four-batches/rows' },
  workbook: { name: 'fourBatches.workbook', method: 'GET', path: '/four-batches/workbook' },
};
export const consequenceClauses: AskedRoutes<Catalogue['consequenceClauses']> = {
  list: { name: 'consequenceClauses.list', method: 'GET', path: '/consequence-clauses' },
  create: { name: 'consequenceClauses.create', method: 'POST', path: '/consequence-clauses' },
  update: { name: 'consequenceClauses.update', method: 'PATCH', path: '/consequence-clauses/:id' },
  drop: { name: 'consequenceClauses.drop', method: 'POST', path: '/consequence-clauses/:id/drop' },
};
export const consequences: AskedRoutes<Catalogue['consequences']> = {
  list: { name: 'consequences.list', method: 'GET', path: '/consequences' },
};
export const decisions: AskedRoutes<Catalogue['decisions']> = {
  list: { name: 'decisions.list', method: 'GET', path: '/decisions' },
  one: { name: 'decisions.one', method: 'GET', path: '/decisions/:id' },
  create: { name: 'decisions.create', method: 'POST', path: '/decisions' },
  receive: { name: 'decisions.receive', method: 'POST', path: '/decisions/:id/outcomes' },
};
export const imports: AskedRoutes<Catalogue['imports']> = {
  create: { name: 'imports.create', method: 'POST', path: '/imports' },
  list: { name: 'imports.list', method: 'GET', path: '/imports' },
  one: { name: 'imports.one', method: 'GET', path: '/imports/:id' },
  change: { name: 'imports.change', method: 'PATCH', path: '/imports/:id' },
  commit: { name: 'imports.commit', method: 'POST', path: '/imports/:id/commit' },
  revert: { name: 'imports.revert', method: 'POST', path: '/imports/:id/revert' },
  rows: { name: 'imports.rows', method: 'GET', path: '/imports/:id/rows' },
  touched: { name: 'imports.touched', method: 'GET', path: '/imports/:id/touched' },
  errorWorkbook: { name: 'imports.errorWorkbook', method: 'GET', path: '/imports/:id/error-workbook' },
  template: { name: 'imports.template', method: 'GET', path: '/import-templates' },
};
export const lightBands: AskedRoutes<Catalogue['lightBands']> = {
  inForce: { name: 'lightBands.inForce', method: 'GET', path: '/light-bands' },
  change: { name: 'lightBands.change', method: 'POST', path: '/light-bands' },
};
export const paceTargets: AskedRoutes<Catalogue['paceTargets']> = {
  list: { name: 'paceTargets.list', method: 'GET', path: '/pace-targets' },
  one: { name: 'paceTargets.one', method: 'GET', path: '/pace-targets/:id' },
  enter: { name: 'paceTargets.enter', method: 'POST', path: '/pace-targets/figures' },
};
export const evaluationFormula: AskedRoutes<Catalogue['evaluationFormula']> = {
  inForce: { name: 'evaluationFormula.inForce', method: 'GET', path: '/evaluation-formula' },
  change: { name: 'evaluationFormula.change', method: 'POST', path: '/evaluation-formula' },
};
export const evaluationRounds: AskedRoutes<Catalogue['evaluationRounds']> = {
  list: { name: 'evaluationRounds.list', method: 'GET', path: '/evaluation-rounds' },
  one: { name: 'evaluationRounds.one', method: 'GET', path: '/evaluation-rounds/:id' },
  create: { name: 'evaluationRounds.create', method: 'POST', path: '/evaluation-rounds' },
  changeFormula: { name: 'evaluationRounds.changeFormula', method: 'PATCH', path: '/evaluation-rounds/:id' },
  enter: { name: 'evaluationRounds.enter', method: 'POST', path: '/evaluation-rounds/:id/values' },
  readSheet: { name: 'evaluationRounds.readSheet', method: 'POST', path: '/evaluation-rounds/:id/values-sheet' },
  take: { name: 'evaluationRounds.take', method: 'POST', path: '/evaluation-rounds/:id/take-proposals' },
  leaveOut: { name: 'evaluationRounds.leaveOut', method: 'POST', path: '/evaluation-rounds/:id/leave-out' },
  close: { name: 'evaluationRounds.close', method: 'POST', path: '/evaluation-rounds/:id/close' },
  reopen: { name: 'evaluationRounds.reopen', method: 'POST', path: '/evaluation-rounds/:id/reopen' },
  firm: { name: 'evaluationRounds.firm', method: 'GET', path: '/evaluation-rounds/:id/firms/:enterpriseId' },
};
