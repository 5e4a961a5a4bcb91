// Written by `npm run routes` from the declarations (docs/adr/0024-typed-calls.md): nothing here is edited by hand.
import type { catalogue } from '../catalogue/index.js';
import type { AskedRoutes } from '../wire/index.js';

type Catalogue = typeof catalogue;

export const auth: AskedRoutes<Catalogue['auth']> = {
  login: { name: 'auth.login', method: 'POST', path: '/auth/login' },
  refresh: { name: 'auth.refresh', method: 'POST', path: '/auth/refresh' },
  logout: { name: 'auth.logout', method: 'POST', path: '/auth/logout' },
  me: { name: 'auth.me', method: 'GET', path: '/auth/me' },
  password: { name: 'auth.password', method: 'POST', path: '/auth/password' },
  demo: { name: 'auth.demo', method: 'GET', path: '/auth/demo' },
};
export const users: AskedRoutes<Catalogue['users']> = {
  list: { name: 'users.list', method: 'GET', path: '/users', needs: ['read', 'User'] },
  counts: { name: 'users.counts', method: 'GET', path: '/users/counts', needs: ['read', 'User'] },
  one: { name: 'users.one', method: 'GET', path: '/users/:id', needs: ['read', 'User'] },
  create: { name: 'users.create', method: 'POST', path: '/users', needs: ['manage', 'User'] },
  update: { name: 'users.update', method: 'PATCH', path: '/users/:id', needs: ['manage', 'User'] },
  enable: { name: 'users.enable', method: 'POST', path: '/users/:id/enable', needs: ['manage', 'User'] },
  resetPassword: {
    name: 'users.resetPassword',
    method: 'POST',
    path: '/users/:id/reset-password',
    needs: ['manage', 'User'],
  },
  unlock: { name: 'users.unlock', method: 'POST', path: '/users/:id/unlock', needs: ['manage', 'User'] },
  disable: { name: 'users.disable', method: 'POST', path: '/users/:id/disable', needs: ['manage', 'User'] },
};
export const userChoices: AskedRoutes<Catalogue['userChoices']> = {
  list: { name: 'userChoices.list', method: 'GET', path: '/user-choices', needs: ['choose', 'User'] },
};
export const ownSessions: AskedRoutes<Catalogue['ownSessions']> = {
  list: { name: 'ownSessions.list', method: 'GET', path: '/auth/sessions' },
  end: { name: 'ownSessions.end', method: 'POST', path: '/auth/sessions/:sessionId/end' },
  endOthers: { name: 'ownSessions.endOthers', method: 'POST', path: '/auth/sessions/end-others' },
};
export const userSessions: AskedRoutes<Catalogue['userSessions']> = {
  list: { name: 'userSessions.list', method: 'GET', path: '/users/:id/sessions', needs: ['manage', 'Session'] },
  end: {
    name: 'userSessions.end',
    method: 'POST',
    path: '/users/:id/sessions/:sessionId/end',
    needs: ['manage', 'Session'],
  },
  endAll: {
    name: 'userSessions.endAll',
    method: 'POST',
    path: '/users/:id/sessions/end',
    needs: ['manage', 'Session'],
  },
};
export const departments: AskedRoutes<Catalogue['departments']> = {
  list: { name: 'departments.list', method: 'GET', path: '/departments', needs: ['read', 'Department'] },
  one: { name: 'departments.one', method: 'GET', path: '/departments/:id', needs: ['read', 'Department'] },
  create: { name: 'departments.create', method: 'POST', path: '/departments', needs: ['manage', 'Department'] },
  update: { name: 'departments.update', method: 'PATCH', path: '/departments/:id', needs: ['manage', 'Department'] },
  close: { name: 'departments.close', method: 'POST', path: '/departments/:id/close', needs: ['manage', 'Department'] },
  reopen: {
    name: 'departments.reopen',
    method: 'POST',
    path: '/departments/:id/reopen',
    needs: ['manage', 'Department'],
  },
  merge: { name: 'departments.merge', method: 'POST', path: '/departments/:id/merge', needs: ['manage', 'Department'] },
};
export const apiKeys: AskedRoutes<Catalogue['apiKeys']> = {
  list: { name: 'apiKeys.list', method: 'GET', path: '/api-keys', needs: ['manage', 'ApiKey'] },
  create: { name: 'apiKeys.create', method: 'POST', path: '/api-keys', needs: ['manage', 'ApiKey'] },
  revoke: { name: 'apiKeys.revoke', method: 'POST', path: '/api-keys/:id/revoke', needs: ['manage', 'ApiKey'] },
};
export const parks: AskedRoutes<Catalogue['parks']> = {
  list: { name: 'parks.list', method: 'GET', path: '/parks', needs: ['read', 'Park'] },
  one: { name: 'parks.one', method: 'GET', path: '/parks/:id', needs: ['read', 'Park'] },
  create: { name: 'parks.create', method: 'POST', path: '/parks', needs: ['create', 'Park'] },
  update: { name: 'parks.update', method: 'PATCH', path: '/parks/:id', needs: ['update', 'Park'] },
  close: { name: 'parks.close', method: 'POST', path: '/parks/:id/close', needs: ['update', 'Park'] },
  reopen: { name: 'parks.reopen', method: 'POST', path: '/parks/:id/reopen', needs: ['update', 'Park'] },
  uses: { name: 'parks.uses', method: 'GET', path: '/parks/:id/uses', needs: ['update', 'Park'] },
};
export const industries: AskedRoutes<Catalogue['industries']> = {
  list: { name: 'industries.list', method: 'GET', path: '/industries', needs: ['read', 'Industry'] },
  one: { name: 'industries.one', method: 'GET', path: '/industries/:id', needs: ['read', 'Industry'] },
  create: { name: 'industries.create', method: 'POST', path: '/industries', needs: ['create', 'Industry'] },
  update: { name: 'industries.update', method: 'PATCH', path: '/industries/:id', needs: ['update', 'Industry'] },
  close: { name: 'industries.close', method: 'POST', path: '/industries/:id/close', needs: ['update', 'Industry'] },
  reopen: { name: 'industries.reopen', method: 'POST', path: '/industries/:id/reopen', needs: ['update', 'Industry'] },
  uses: { name: 'industries.uses', method: 'GET', path: '/industries/:id/uses', needs: ['update', 'Industry'] },
};
export const industryChains: AskedRoutes<Catalogue['industryChains']> = {
  list: { name: 'industryChains.list', method: 'GET', path: '/industry-chains', needs: ['read', 'Industry'] },
  one: { name: 'industryChains.one', method: 'GET', path: '/industry-chains/:id', needs: ['read', 'Industry'] },
  create: { name: 'industryChains.create', method: 'POST', path: '/industry-chains', needs: ['create', 'Industry'] },
  update: {
    name: 'industryChains.update',
    method: 'PATCH',
    path: '/industry-chains/:id',
    needs: ['update', 'Industry'],
  },
  close: {
    name: 'industryChains.close',
    method: 'POST',
    path: '/industry-chains/:id/close',
    needs: ['update', 'Industry'],
  },
  reopen: {
    name: 'industryChains.reopen',
    method: 'POST',
    path: '/industry-chains/:id/reopen',
    needs: ['update', 'Industry'],
  },
  uses: {
    name: 'industryChains.uses',
    method: 'GET',
    path: '/industry-chains/:id/uses',
    needs: ['update', 'Industry'],
  },
};
export const zoneConfiguration: AskedRoutes<Catalogue['zoneConfiguration']> = {
  one: { name: 'zoneConfiguration.one', method: 'GET', path: '/zone/configuration', needs: ['read', 'Configuration'] },
  check: {
    name: 'zoneConfiguration.check',
    method: 'POST',
    path: '/zone/configuration/check',
    needs: ['update', 'Configuration'],
  },
  take: {
    name: 'zoneConfiguration.take',
    method: 'POST',
    path: '/zone/configuration',
    needs: ['update', 'Configuration'],
  },
};
export const enterprises: AskedRoutes<Catalogue['enterprises']> = {
  list: { name: 'enterprises.list', method: 'GET', path: '/enterprises', needs: ['read', 'Enterprise'] },
  one: { name: 'enterprises.one', method: 'GET', path: '/enterprises/:id', needs: ['read', 'Enterprise'] },
  create: { name: 'enterprises.create', method: 'POST', path: '/enterprises', needs: ['create', 'Enterprise'] },
  update: { name: 'enterprises.update', method: 'PATCH', path: '/enterprises/:id', needs: ['update', 'Enterprise'] },
};
export const contacts: AskedRoutes<Catalogue['contacts']> = {
  list: { name: 'contacts.list', method: 'GET', path: '/contacts', needs: ['read', 'Contact'] },
  create: { name: 'contacts.create', method: 'POST', path: '/contacts', needs: ['create', 'Contact'] },
  update: { name: 'contacts.update', method: 'PATCH', path: '/contacts/:id', needs: ['update', 'Contact'] },
  unmask: { name: 'contacts.unmask', method: 'POST', path: '/contacts/:id/unmask', needs: ['unmask', 'Contact'] },
};
export const enterpriseMerges: AskedRoutes<Catalogue['enterpriseMerges']> = {
  candidates: {
    name: 'enterpriseMerges.candidates',
    method: 'GET',
    path: '/enterprise-merges/candidates',
    needs: ['merge', 'Enterprise'],
  },
  one: { name: 'enterpriseMerges.one', method: 'GET', path: '/enterprise-merges/:id', needs: ['merge', 'Enterprise'] },
  preview: {
    name: 'enterpriseMerges.preview',
    method: 'POST',
    path: '/enterprise-merges/preview',
    needs: ['merge', 'Enterprise'],
  },
  create: {
    name: 'enterpriseMerges.create',
    method: 'POST',
    path: '/enterprise-merges',
    needs: ['merge', 'Enterprise'],
  },
  undoPreview: {
    name: 'enterpriseMerges.undoPreview',
    method: 'POST',
    path: '/enterprise-merges/:id/undo-preview',
    needs: ['merge', 'Enterprise'],
  },
  undo: {
    name: 'enterpriseMerges.undo',
    method: 'POST',
    path: '/enterprise-merges/:id/undo',
    needs: ['merge', 'Enterprise'],
  },
};
export const enterpriseDistinctions: AskedRoutes<Catalogue['enterpriseDistinctions']> = {
  list: {
    name: 'enterpriseDistinctions.list',
    method: 'GET',
    path: '/enterprise-distinctions',
    needs: ['merge', 'Enterprise'],
  },
  create: {
    name: 'enterpriseDistinctions.create',
    method: 'POST',
    path: '/enterprise-distinctions',
    needs: ['merge', 'Enterprise'],
  },
  withdraw: {
    name: 'enterpriseDistinctions.withdraw',
    method: 'POST',
    path: '/enterprise-distinctions/:id/withdraw',
    needs: ['merge', 'Enterprise'],
  },
};
export const duplicates: AskedRoutes<Catalogue['duplicates']> = {
  check: { name: 'duplicates.check', method: 'GET', path: '/enterprises/duplicates', needs: ['create', 'Lead'] },
};
export const leads: AskedRoutes<Catalogue['leads']> = {
  list: { name: 'leads.list', method: 'GET', path: '/leads', needs: ['read', 'Lead'] },
  summary: { name: 'leads.summary', method: 'GET', path: '/leads/summary', needs: ['read', 'Lead'] },
  one: { name: 'leads.one', method: 'GET', path: '/leads/:id', needs: ['read', 'Lead'] },
  create: { name: 'leads.create', method: 'POST', path: '/leads', needs: ['create', 'Lead'] },
  update: { name: 'leads.update', method: 'PATCH', path: '/leads/:id', needs: ['update', 'Lead'] },
  move: { name: 'leads.move', method: 'POST', path: '/leads/:id/move', needs: ['update', 'Lead'] },
  transfer: { name: 'leads.transfer', method: 'POST', path: '/leads/:id/transfer', needs: ['transfer', 'Lead'] },
  timeline: { name: 'leads.timeline', method: 'GET', path: '/leads/:id/timeline', needs: ['read', 'Lead'] },
  coReports: { name: 'leads.coReports', method: 'GET', path: '/leads/:id/co-reports', needs: ['read', 'Lead'] },
};
export const followUps: AskedRoutes<Catalogue['followUps']> = {
  list: { name: 'followUps.list', method: 'GET', path: '/follow-ups', needs: ['read', 'FollowUp'] },
  create: { name: 'followUps.create', method: 'POST', path: '/leads/:id/follow-ups', needs: ['create', 'FollowUp'] },
};
export const search: AskedRoutes<Catalogue['search']> = {
  all: { name: 'search.all', method: 'GET', path: '/search' },
};
export const provincialStandards: AskedRoutes<Catalogue['provincialStandards']> = {
  list: {
    name: 'provincialStandards.list',
    method: 'GET',
    path: '/provincial-standards',
    needs: ['read', 'ProvincialStandard'],
  },
  create: {
    name: 'provincialStandards.create',
    method: 'POST',
    path: '/provincial-standards',
    needs: ['create', 'ProvincialStandard'],
  },
  inForce: {
    name: 'provincialStandards.inForce',
    method: 'GET',
    path: '/provincial-standards/in-force',
    needs: ['read', 'ProvincialStandard'],
  },
};
export const provincialStandardPreviews: AskedRoutes<Catalogue['provincialStandardPreviews']> = {
  preview: {
    name: 'provincialStandardPreviews.preview',
    method: 'POST',
    path: '/provincial-standards/preview',
    needs: ['create', 'ProvincialStandard'],
  },
};
export const workingDays: AskedRoutes<Catalogue['workingDays']> = {
  list: { name: 'workingDays.list', method: 'GET', path: '/working-days', needs: ['read', 'WorkingDay'] },
  due: { name: 'workingDays.due', method: 'GET', path: '/working-days/due', needs: ['read', 'WorkingDay'] },
};
export const calendarYears: AskedRoutes<Catalogue['calendarYears']> = {
  list: { name: 'calendarYears.list', method: 'GET', path: '/calendar-years', needs: ['read', 'WorkingDay'] },
  one: { name: 'calendarYears.one', method: 'GET', path: '/calendar-years/:year', needs: ['read', 'WorkingDay'] },
  preview: {
    name: 'calendarYears.preview',
    method: 'POST',
    path: '/calendar-years/:year/preview',
    needs: ['update', 'WorkingDay'],
  },
  change: {
    name: 'calendarYears.change',
    method: 'PATCH',
    path: '/calendar-years/:year',
    needs: ['update', 'WorkingDay'],
  },
};
export const reminders: AskedRoutes<Catalogue['reminders']> = {
  list: { name: 'reminders.list', method: 'GET', path: '/reminders', needs: ['read', 'Reminder'] },
  counts: { name: 'reminders.counts', method: 'GET', path: '/reminders/counts', needs: ['read', 'Reminder'] },
  preview: { name: 'reminders.preview', method: 'GET', path: '/reminders/preview', needs: ['read', 'ReminderRule'] },
  undelivered: {
    name: 'reminders.undelivered',
    method: 'GET',
    path: '/reminders/undelivered',
    needs: ['read', 'ReminderRule'],
  },
  resolve: {
    name: 'reminders.resolve',
    method: 'POST',
    path: '/reminders/undelivered/:id/resolve',
    needs: ['update', 'ReminderRule'],
  },
  one: { name: 'reminders.one', method: 'GET', path: '/reminders/:id', needs: ['read', 'Reminder'] },
  done: { name: 'reminders.done', method: 'POST', path: '/reminders/:id/done', needs: ['update', 'Reminder'] },
  snooze: { name: 'reminders.snooze', method: 'POST', path: '/reminders/:id/snooze', needs: ['update', 'Reminder'] },
  reopen: { name: 'reminders.reopen', method: 'POST', path: '/reminders/:id/reopen', needs: ['update', 'Reminder'] },
};
export const reminderRules: AskedRoutes<Catalogue['reminderRules']> = {
  list: { name: 'reminderRules.list', method: 'GET', path: '/reminder-rules', needs: ['read', 'ReminderRule'] },
  change: {
    name: 'reminderRules.change',
    method: 'PATCH',
    path: '/reminder-rules/:id',
    needs: ['update', 'ReminderRule'],
  },
  preview: {
    name: 'reminderRules.preview',
    method: 'POST',
    path: '/reminder-rules/:id/preview',
    needs: ['read', 'ReminderRule'],
  },
};
export const events: AskedRoutes<Catalogue['events']> = {
  stream: { name: 'events.stream', method: 'GET', path: '/events' },
};
export const auditEntries: AskedRoutes<Catalogue['auditEntries']> = {
  list: { name: 'auditEntries.list', method: 'GET', path: '/audit-entries', needs: ['read', 'AuditEntry'] },
  unmask: {
    name: 'auditEntries.unmask',
    method: 'POST',
    path: '/audit-entries/:id/unmask',
    needs: ['unmask', 'AuditEntry'],
  },
  export: {
    name: 'auditEntries.export',
    method: 'POST',
    path: '/audit-entries/export',
    needs: ['export', 'AuditEntry'],
  },
  erase: {
    name: 'auditEntries.erase',
    method: 'POST',
    path: '/audit-entries/erase-person',
    needs: ['erase', 'AuditEntry'],
  },
  verify: { name: 'auditEntries.verify', method: 'POST', path: '/audit-entries/verify', needs: ['read', 'AuditEntry'] },
  anchor: { name: 'auditEntries.anchor', method: 'POST', path: '/audit-entries/anchor', needs: ['read', 'AuditEntry'] },
};
export const secretaries: AskedRoutes<Catalogue['secretaries']> = {
  list: { name: 'secretaries.list', method: 'GET', path: '/secretaries', needs: ['read', 'SecretaryAssignment'] },
  coverage: {
    name: 'secretaries.coverage',
    method: 'GET',
    path: '/secretaries/coverage',
    needs: ['read', 'SecretaryAssignment'],
  },
  handOver: {
    name: 'secretaries.handOver',
    method: 'POST',
    path: '/secretaries/:id/hand-over',
    needs: ['assign', 'SecretaryAssignment'],
  },
};
export const secretaryAssignments: AskedRoutes<Catalogue['secretaryAssignments']> = {
  list: {
    name: 'secretaryAssignments.list',
    method: 'GET',
    path: '/secretary-assignments',
    needs: ['read', 'SecretaryAssignment'],
  },
  one: {
    name: 'secretaryAssignments.one',
    method: 'GET',
    path: '/secretary-assignments/:id',
    needs: ['read', 'SecretaryAssignment'],
  },
  assign: {
    name: 'secretaryAssignments.assign',
    method: 'POST',
    path: '/secretary-assignments',
    needs: ['assign', 'SecretaryAssignment'],
  },
  handOver: {
    name: 'secretaryAssignments.handOver',
    method: 'POST',
    path: '/secretary-assignments/:id/hand-over',
    needs: ['assign', 'SecretaryAssignment'],
  },
  end: {
    name: 'secretaryAssignments.end',
    method: 'POST',
    path: '/secretary-assignments/:id/end',
    needs: ['assign', 'SecretaryAssignment'],
  },
};
export const approvals: AskedRoutes<Catalogue['approvals']> = {
  list: { name: 'approvals.list', method: 'GET', path: '/approvals', needs: ['read', 'Approval'] },
  counts: { name: 'approvals.counts', method: 'GET', path: '/approvals/counts', needs: ['read', 'Approval'] },
  signers: { name: 'approvals.signers', method: 'GET', path: '/approvals/signers', needs: ['read', 'Approval'] },
  one: { name: 'approvals.one', method: 'GET', path: '/approvals/:id', needs: ['read', 'Approval'] },
  approve: {
    name: 'approvals.approve',
    method: 'POST',
    path: '/approvals/:id/approve',
    needs: ['approve', 'Approval'],
  },
  return: { name: 'approvals.return', method: 'POST', path: '/approvals/:id/return', needs: ['approve', 'Approval'] },
  addSigner: {
    name: 'approvals.addSigner',
    method: 'POST',
    path: '/approvals/:id/add-signer',
    needs: ['approve', 'Approval'],
  },
  revoke: { name: 'approvals.revoke', method: 'POST', path: '/approvals/:id/revoke', needs: ['update', 'Approval'] },
};
export const approvalPolicies: AskedRoutes<Catalogue['approvalPolicies']> = {
  list: { name: 'approvalPolicies.list', method: 'GET', path: '/approval-policies', needs: ['read', 'ApprovalPolicy'] },
  replace: {
    name: 'approvalPolicies.replace',
    method: 'POST',
    path: '/approval-policies',
    needs: ['update', 'ApprovalPolicy'],
  },
};
export const investmentProjects: AskedRoutes<Catalogue['investmentProjects']> = {
  list: {
    name: 'investmentProjects.list',
    method: 'GET',
    path: '/investment-projects',
    needs: ['read', 'InvestmentProject'],
  },
  one: {
    name: 'investmentProjects.one',
    method: 'GET',
    path: '/investment-projects/:id',
    needs: ['read', 'InvestmentProject'],
  },
  create: {
    name: 'investmentProjects.create',
    method: 'POST',
    path: '/investment-projects',
    needs: ['create', 'InvestmentProject'],
  },
  update: {
    name: 'investmentProjects.update',
    method: 'PATCH',
    path: '/investment-projects/:id',
    needs: ['update', 'InvestmentProject'],
  },
};
export const contracts: AskedRoutes<Catalogue['contracts']> = {
  list: { name: 'contracts.list', method: 'GET', path: '/contracts', needs: ['read', 'Contract'] },
  one: { name: 'contracts.one', method: 'GET', path: '/contracts/:id', needs: ['read', 'Contract'] },
  create: { name: 'contracts.create', method: 'POST', path: '/contracts', needs: ['create', 'Contract'] },
  update: { name: 'contracts.update', method: 'PATCH', path: '/contracts/:id', needs: ['update', 'Contract'] },
  submit: { name: 'contracts.submit', method: 'POST', path: '/contracts/:id/submit', needs: ['update', 'Contract'] },
  withdraw: {
    name: 'contracts.withdraw',
    method: 'POST',
    path: '/contracts/:id/withdraw',
    needs: ['update', 'Contract'],
  },
  perform: { name: 'contracts.perform', method: 'POST', path: '/contracts/:id/perform', needs: ['decide', 'Contract'] },
  complete: {
    name: 'contracts.complete',
    method: 'POST',
    path: '/contracts/:id/complete',
    needs: ['decide', 'Contract'],
  },
  terminate: {
    name: 'contracts.terminate',
    method: 'POST',
    path: '/contracts/:id/terminate',
    needs: ['decide', 'Contract'],
  },
  void: { name: 'contracts.void', method: 'POST', path: '/contracts/:id/void', needs: ['update', 'Contract'] },
  sign: { name: 'contracts.sign', method: 'POST', path: '/contracts/:id/sign', needs: ['sign', 'Contract'] },
  paySupport: {
    name: 'contracts.paySupport',
    method: 'POST',
    path: '/contracts/:id/support',
    needs: ['decide', 'Contract'],
  },
};
export const contractChecklists: AskedRoutes<Catalogue['contractChecklists']> = {
  one: { name: 'contractChecklists.one', method: 'GET', path: '/contracts/:id/checklist', needs: ['read', 'Contract'] },
  check: {
    name: 'contractChecklists.check',
    method: 'POST',
    path: '/contracts/:id/checklist/:itemId/check',
    needs: ['update', 'Contract'],
  },
  uncheck: {
    name: 'contractChecklists.uncheck',
    method: 'POST',
    path: '/contracts/:id/checklist/:itemId/uncheck',
    needs: ['update', 'Contract'],
  },
};
export const checklistItems: AskedRoutes<Catalogue['checklistItems']> = {
  list: { name: 'checklistItems.list', method: 'GET', path: '/checklist-items', needs: ['read', 'ChecklistItem'] },
  create: {
    name: 'checklistItems.create',
    method: 'POST',
    path: '/checklist-items',
    needs: ['create', 'ChecklistItem'],
  },
  order: {
    name: 'checklistItems.order',
    method: 'POST',
    path: '/checklist-items/order',
    needs: ['update', 'ChecklistItem'],
  },
  update: {
    name: 'checklistItems.update',
    method: 'PATCH',
    path: '/checklist-items/:id',
    needs: ['update', 'ChecklistItem'],
  },
};
export const supportClauses: AskedRoutes<Catalogue['supportClauses']> = {
  list: {
    name: 'supportClauses.list',
    method: 'GET',
    path: '/contracts/:id/support-clauses',
    needs: ['read', 'Contract'],
  },
  create: {
    name: 'supportClauses.create',
    method: 'POST',
    path: '/contracts/:id/support-clauses',
    needs: ['decide', 'Contract'],
  },
  end: {
    name: 'supportClauses.end',
    method: 'POST',
    path: '/contracts/:id/support-clauses/:clauseId/end',
    needs: ['decide', 'Contract'],
  },
};
export const parcels: AskedRoutes<Catalogue['parcels']> = {
  list: { name: 'parcels.list', method: 'GET', path: '/parcels', needs: ['read', 'Parcel'] },
};
export const milestones: AskedRoutes<Catalogue['milestones']> = {
  list: { name: 'milestones.list', method: 'GET', path: '/milestones', needs: ['read', 'Milestone'] },
  record: { name: 'milestones.record', method: 'POST', path: '/milestones/:id/record', needs: ['update', 'Milestone'] },
};
export const commitments: AskedRoutes<Catalogue['commitments']> = {
  list: { name: 'commitments.list', method: 'GET', path: '/commitments', needs: ['read', 'Commitment'] },
  one: { name: 'commitments.one', method: 'GET', path: '/commitments/:id', needs: ['read', 'Commitment'] },
  create: { name: 'commitments.create', method: 'POST', path: '/commitments', needs: ['create', 'Commitment'] },
  waive: { name: 'commitments.waive', method: 'POST', path: '/commitments/:id/waive', needs: ['decide', 'Assessment'] },
};
export const actuals: AskedRoutes<Catalogue['actuals']> = {
  list: { name: 'actuals.list', method: 'GET', path: '/actuals', needs: ['read', 'Actual'] },
  create: { name: 'actuals.create', method: 'POST', path: '/actuals', needs: ['create', 'Actual'] },
  correct: { name: 'actuals.correct', method: 'POST', path: '/actuals/:id/correct', needs: ['correct', 'Actual'] },
  verify: { name: 'actuals.verify', method: 'POST', path: '/actuals/:id/verify', needs: ['verify', 'Actual'] },
  choose: { name: 'actuals.choose', method: 'POST', path: '/actuals/:id/choose', needs: ['decide', 'Assessment'] },
};
export const assessments: AskedRoutes<Catalogue['assessments']> = {
  list: { name: 'assessments.list', method: 'GET', path: '/assessments', needs: ['read', 'Assessment'] },
  ofContract: {
    name: 'assessments.ofContract',
    method: 'GET',
    path: '/contracts/:id/assessments',
    needs: ['read', 'Assessment'],
  },
};
export const assessmentDefaults: AskedRoutes<Catalogue['assessmentDefaults']> = {
  inForce: {
    name: 'assessmentDefaults.inForce',
    method: 'GET',
    path: '/assessment-defaults',
    needs: ['read', 'AssessmentDefault'],
  },
  set: {
    name: 'assessmentDefaults.set',
    method: 'POST',
    path: '/assessment-defaults',
    needs: ['update', 'AssessmentDefault'],
  },
};
export const portfolio: AskedRoutes<Catalogue['portfolio']> = {
  perMu: { name: 'portfolio.perMu', method: 'GET', path: '/portfolio/per-mu', needs: ['read', 'Portfolio'] },
  heatMap: { name: 'portfolio.heatMap', method: 'GET', path: '/portfolio/heat-map', needs: ['read', 'Portfolio'] },
  decisions: { name: 'portfolio.decisions', method: 'GET', path: '/portfolio/decisions', needs: ['read', 'Portfolio'] },
};
export const supplements: AskedRoutes<Catalogue['supplements']> = {
  list: { name: 'supplements.list', method: 'GET', path: '/contracts/:id/supplements', needs: ['read', 'Contract'] },
  preview: {
    name: 'supplements.preview',
    method: 'POST',
    path: '/contracts/:id/supplements/preview',
    needs: ['update', 'Contract'],
  },
  create: {
    name: 'supplements.create',
    method: 'POST',
    path: '/contracts/:id/supplements',
    needs: ['update', 'Contract'],
  },
  renew: { name: 'supplements.renew', method: 'POST', path: '/contracts/:id/renewals', needs: ['create', 'Contract'] },
};
export const corrections: AskedRoutes<Catalogue['corrections']> = {
  list: { name: 'corrections.list', method: 'GET', path: '/contracts/:id/corrections', needs: ['read', 'Contract'] },
  preview: {
    name: 'corrections.preview',
    method: 'POST',
    path: '/contracts/:id/corrections/preview',
    needs: ['correct', 'Contract'],
  },
  create: {
    name: 'corrections.create',
    method: 'POST',
    path: '/contracts/:id/corrections',
    needs: ['correct', 'Contract'],
  },
};
export const timeline: AskedRoutes<Catalogue['timeline']> = {
  list: { name: 'timeline.list', method: 'GET', path: '/contracts/:id/timeline', needs: ['read', 'Contract'] },
};
export const files: AskedRoutes<Catalogue['files']> = {
  attach: { name: 'files.attach', method: 'POST', path: '/files', needs: ['create', 'File'] },
  list: { name: 'files.list', method: 'GET', path: '/files', needs: ['read', 'File'] },
  content: { name: 'files.content', method: 'GET', path: '/files/:id/content', needs: ['read', 'File'] },
  remove: { name: 'files.remove', method: 'POST', path: '/files/:id/remove', needs: ['delete', 'File'] },
};
export const receipts: AskedRoutes<Catalogue['receipts']> = {
  list: { name: 'receipts.list', method: 'GET', path: '/receipts', needs: ['read', 'Receipt'] },
  create: { name: 'receipts.create', method: 'POST', path: '/receipts', needs: ['create', 'Receipt'] },
  correct: { name: 'receipts.correct', method: 'POST', path: '/receipts/:id/correct', needs: ['correct', 'Receipt'] },
  verify: { name: 'receipts.verify', method: 'POST', path: '/receipts/:id/verify', needs: ['verify', 'Receipt'] },
};
export const milestoneExtensions: AskedRoutes<Catalogue['milestoneExtensions']> = {
  ask: {
    name: 'milestoneExtensions.ask',
    method: 'POST',
    path: '/milestones/:id/extensions',
    needs: ['create', 'MilestoneExtension'],
  },
};
export const progress: AskedRoutes<Catalogue['progress']> = {
  board: { name: 'progress.board', method: 'GET', path: '/progress/board', needs: ['read', 'Milestone'] },
  idleLand: { name: 'progress.idleLand', method: 'GET', path: '/progress/idle-land', needs: ['read', 'Milestone'] },
  summary: { name: 'progress.summary', method: 'GET', path: '/progress/summary', needs: ['read', 'Milestone'] },
};
export const checkUps: AskedRoutes<Catalogue['checkUps']> = {
  list: { name: 'checkUps.list', method: 'GET', path: '/check-ups', needs: ['read', 'CheckUp'] },
  limits: { name: 'checkUps.limits', method: 'GET', path: '/check-ups/limits', needs: ['read', 'CheckUp'] },
  setLimits: {
    name: 'checkUps.setLimits',
    method: 'POST',
    path: '/check-ups/limits',
    needs: ['create', 'CheckUpLimit'],
  },
};
export const fourBatches: AskedRoutes<Catalogue['fourBatches']> = {
  report: { name: 'fourBatches.report', method: 'GET', path: '/four-batches', needs: ['read', 'Portfolio'] },
  rows: { name: 'fourBatches.rows', method: 'GET', path: '/four-batches/rows', needs: ['read', 'Portfolio'] },
  workbook: {
    name: 'fourBatches.workbook',
    method: 'GET',
    path: '/four-batches/workbook',
    needs: ['export', 'Portfolio'],
  },
};
export const consequenceClauses: AskedRoutes<Catalogue['consequenceClauses']> = {
  list: { name: 'consequenceClauses.list', method: 'GET', path: '/consequence-clauses', needs: ['read', 'Commitment'] },
  create: {
    name: 'consequenceClauses.create',
    method: 'POST',
    path: '/consequence-clauses',
    needs: ['create', 'Commitment'],
  },
  update: {
    name: 'consequenceClauses.update',
    method: 'PATCH',
    path: '/consequence-clauses/:id',
    needs: ['create', 'Commitment'],
  },
  drop: {
    name: 'consequenceClauses.drop',
    method: 'POST',
    path: '/consequence-clauses/:id/drop',
    needs: ['create', 'Commitment'],
  },
};
export const consequences: AskedRoutes<Catalogue['consequences']> = {
  list: { name: 'consequences.list', method: 'GET', path: '/consequences', needs: ['read', 'Assessment'] },
};
export const decisions: AskedRoutes<Catalogue['decisions']> = {
  list: { name: 'decisions.list', method: 'GET', path: '/decisions', needs: ['read', 'Assessment'] },
  one: { name: 'decisions.one', method: 'GET', path: '/decisions/:id', needs: ['read', 'Assessment'] },
  create: { name: 'decisions.create', method: 'POST', path: '/decisions', needs: ['decide', 'Assessment'] },
  receive: {
    name: 'decisions.receive',
    method: 'POST',
    path: '/decisions/:id/outcomes',
    needs: ['decide', 'Assessment'],
  },
};
export const imports: AskedRoutes<Catalogue['imports']> = {
  create: { name: 'imports.create', method: 'POST', path: '/imports', needs: ['import', 'Import'] },
  list: { name: 'imports.list', method: 'GET', path: '/imports', needs: ['read', 'Import'] },
  one: { name: 'imports.one', method: 'GET', path: '/imports/:id', needs: ['read', 'Import'] },
  change: { name: 'imports.change', method: 'PATCH', path: '/imports/:id', needs: ['import', 'Import'] },
  commit: { name: 'imports.commit', method: 'POST', path: '/imports/:id/commit', needs: ['import', 'Import'] },
  close: { name: 'imports.close', method: 'POST', path: '/imports/:id/close', needs: ['import', 'Import'] },
  revert: { name: 'imports.revert', method: 'POST', path: '/imports/:id/revert', needs: ['import', 'Import'] },
  rows: { name: 'imports.rows', method: 'GET', path: '/imports/:id/rows', needs: ['read', 'Import'] },
  corrections: {
    name: 'imports.corrections',
    method: 'GET',
    path: '/imports/:id/corrections',
    needs: ['read', 'Import'],
  },
  correct: { name: 'imports.correct', method: 'POST', path: '/imports/:id/corrections', needs: ['import', 'Import'] },
  touched: { name: 'imports.touched', method: 'GET', path: '/imports/:id/touched', needs: ['read', 'Import'] },
  errorWorkbook: {
    name: 'imports.errorWorkbook',
    method: 'GET',
    path: '/imports/:id/error-workbook',
    needs: ['read', 'Import'],
  },
  template: { name: 'imports.template', method: 'GET', path: '/import-templates', needs: ['read', 'Import'] },
};
export const lightBands: AskedRoutes<Catalogue['lightBands']> = {
  inForce: { name: 'lightBands.inForce', method: 'GET', path: '/light-bands', needs: ['read', 'LightBands'] },
  change: { name: 'lightBands.change', method: 'POST', path: '/light-bands', needs: ['update', 'LightBands'] },
};
export const paceTargets: AskedRoutes<Catalogue['paceTargets']> = {
  list: { name: 'paceTargets.list', method: 'GET', path: '/pace-targets', needs: ['read', 'PaceTarget'] },
  one: { name: 'paceTargets.one', method: 'GET', path: '/pace-targets/:id', needs: ['read', 'PaceTarget'] },
  enter: { name: 'paceTargets.enter', method: 'POST', path: '/pace-targets/figures', needs: ['create', 'PaceTarget'] },
};
export const evaluationFormula: AskedRoutes<Catalogue['evaluationFormula']> = {
  inForce: {
    name: 'evaluationFormula.inForce',
    method: 'GET',
    path: '/evaluation-formula',
    needs: ['read', 'EvaluationFormula'],
  },
  change: {
    name: 'evaluationFormula.change',
    method: 'POST',
    path: '/evaluation-formula',
    needs: ['update', 'EvaluationFormula'],
  },
};
export const evaluationRounds: AskedRoutes<Catalogue['evaluationRounds']> = {
  list: { name: 'evaluationRounds.list', method: 'GET', path: '/evaluation-rounds', needs: ['read', 'Evaluation'] },
  one: { name: 'evaluationRounds.one', method: 'GET', path: '/evaluation-rounds/:id', needs: ['read', 'Evaluation'] },
  create: {
    name: 'evaluationRounds.create',
    method: 'POST',
    path: '/evaluation-rounds',
    needs: ['create', 'Evaluation'],
  },
  changeFormula: {
    name: 'evaluationRounds.changeFormula',
    method: 'PATCH',
    path: '/evaluation-rounds/:id',
    needs: ['update', 'EvaluationFormula'],
  },
  enter: {
    name: 'evaluationRounds.enter',
    method: 'POST',
    path: '/evaluation-rounds/:id/values',
    needs: ['update', 'Evaluation'],
  },
  readSheet: {
    name: 'evaluationRounds.readSheet',
    method: 'POST',
    path: '/evaluation-rounds/:id/values-sheet',
    needs: ['update', 'Evaluation'],
  },
  take: {
    name: 'evaluationRounds.take',
    method: 'POST',
    path: '/evaluation-rounds/:id/take-proposals',
    needs: ['update', 'Evaluation'],
  },
  leaveOut: {
    name: 'evaluationRounds.leaveOut',
    method: 'POST',
    path: '/evaluation-rounds/:id/leave-out',
    needs: ['update', 'Evaluation'],
  },
  close: {
    name: 'evaluationRounds.close',
    method: 'POST',
    path: '/evaluation-rounds/:id/close',
    needs: ['decide', 'Evaluation'],
  },
  reopen: {
    name: 'evaluationRounds.reopen',
    method: 'POST',
    path: '/evaluation-rounds/:id/reopen',
    needs: ['decide', 'Evaluation'],
  },
  firm: {
    name: 'evaluationRounds.firm',
    method: 'GET',
    path: '/evaluation-rounds/:id/firms/:enterpriseId',
    needs: ['read', 'Evaluation'],
  },
};
