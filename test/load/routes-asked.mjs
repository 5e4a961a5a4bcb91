// What each GET route is asked: the addresses the pages use, with the records that have most.

const query = (/** @type {Record<string, string>} */ values) => `?${new URLSearchParams(values)}`;
const filtered = (/** @type {object} */ filter, more = {}) => query({ ...more, filter: JSON.stringify(filter) });

/**
 * The addresses by the name of the route. An empty list: it cannot be asked here, with its reason.
 * @param {import('pg').Client} db
 * @returns {Promise<Record<string, readonly string[]>>}
 */
export async function addressesOf(db) {
  const one = async (/** @type {string} */ sql) => (await db.query(sql)).rows[0]?.id ?? 'none';
  const contract = await one(
    `SELECT contract_id AS id FROM file GROUP BY contract_id ORDER BY count(*) DESC, contract_id LIMIT 1`,
  );
  const enterprise = await one(`SELECT enterprise_id AS id FROM contract WHERE id = '${contract}'`);
  const lead = await one('SELECT id FROM lead ORDER BY id LIMIT 1');
  const park = await one('SELECT id FROM park ORDER BY position LIMIT 1');
  const industry = await one('SELECT id FROM industry ORDER BY position LIMIT 1');
  const some = (/** @type {string} */ table) => one(`SELECT id FROM ${table} ORDER BY id LIMIT 1`);
  const sheet = await one('SELECT import_id AS id FROM import_row GROUP BY import_id ORDER BY count(*) DESC LIMIT 1');
  const [round, manager] = [
    await some('evaluation_round'),
    await one("SELECT id FROM app_user WHERE username = 'manager'"),
  ];
  const reminder = await one(`SELECT id FROM reminder WHERE user_id = '${manager}' ORDER BY id LIMIT 1`);
  const firm = await one('SELECT enterprise_id AS id FROM evaluation_firm ORDER BY id LIMIT 1');
  const year = String(new Date().getFullYear());
  const period = { from: '2021-01-01', to: `${year}-12-31` };
  return {
    'auth.me': ['/auth/me'],
    'auth.demo': ['/auth/demo'],
    'users.list': ['/users', `/users${filtered({ q: '秘书' }, { perPage: '200' })}`],
    'users.one': [`/users/${manager}`],
    'userChoices.list': ['/user-choices'],
    'userSessions.list': [`/users/${manager}/sessions`],
    'ownSessions.list': ['/auth/sessions'],
    'departments.list': ['/departments'],
    'apiKeys.list': ['/api-keys'],
    'parks.list': ['/parks'],
    'parks.one': [`/parks/${park}`],
    'industries.list': ['/industries'],
    'enterprises.list': [
      '/enterprises',
      `/enterprises${filtered({ q: '制药' })}`,
      `/enterprises${query({ page: '50', perPage: '200', sort: 'name' })}`,
    ],
    'enterprises.one': [`/enterprises/${enterprise}`],
    'enterpriseMerges.candidates': ['/enterprise-merges/candidates'],
    // Nothing is merged in this data set.
    'enterpriseMerges.one': [],
    'enterpriseDistinctions.list': ['/enterprise-distinctions'],
    'contacts.list': ['/contacts', `/contacts${filtered({ enterpriseId: enterprise })}`],
    'duplicates.check': [`/enterprises/duplicates${query({ name: '海南安博制药有限公司' })}`],
    'leads.list': [
      '/leads',
      `/leads${filtered({ q: '科技' })}`,
      `/leads${filtered({ stage: 'negotiation', parkId: park }, { sort: 'investmentWan', order: 'desc' })}`,
      `/leads${query({ perPage: '200', count: 'exact' })}`,
    ],
    'leads.summary': ['/leads/summary', `/leads/summary${filtered({ q: '科技' })}`],
    'leads.one': [`/leads/${lead}`],
    'leads.timeline': [`/leads/${lead}/timeline`],
    'leads.coReports': [`/leads/${lead}/co-reports`],
    'followUps.list': ['/follow-ups', `/follow-ups${filtered({ leadId: lead })}`],
    'search.all': [`/search${query({ q: '科技' })}`, `/search${query({ q: '履约' })}`],
    'provincialStandards.list': ['/provincial-standards'],
    'provincialStandards.inForce': [
      `/provincial-standards/in-force${query({ parkId: park, industryId: industry, on: '2025-01-01' })}`,
    ],
    'workingDays.list': ['/working-days'],
    'workingDays.due': [`/working-days/due${query({ received: `${year}-03-02`, workingDays: '10' })}`],
    'reminders.list': ['/reminders', `/reminders${filtered({ status: 'open' }, { perPage: '200' })}`],
    'reminders.counts': ['/reminders/counts'],
    'reminders.preview': [`/reminders/preview${query({ on: new Date().toISOString().slice(0, 10) })}`],
    'reminders.undelivered': ['/reminders/undelivered'],
    'reminders.one': [`/reminders/${reminder}`],
    'reminderRules.list': ['/reminder-rules'],
    // It stays open.
    'events.stream': [],
    'auditEntries.list': ['/audit-entries', `/audit-entries${filtered({ subject: 'contract', subjectId: contract })}`],
    'secretaries.list': ['/secretaries', `/secretaries${query({ sort: 'firms', order: 'desc' })}`],
    'secretaries.coverage': ['/secretaries/coverage'],
    'secretaryAssignments.list': ['/secretary-assignments', `/secretary-assignments${filtered({ q: '履约' })}`],
    'secretaryAssignments.one': [`/secretary-assignments/${await some('secretary_assignment')}`],
    'approvals.list': ['/approvals', `/approvals${filtered({ state: 'pending' }, { perPage: '200' })}`],
    'approvals.counts': ['/approvals/counts'],
    'approvals.signers': ['/approvals/signers'],
    'approvals.one': [`/approvals/${await some('approval')}`],
    'approvalPolicies.list': ['/approval-policies'],
    'investmentProjects.list': ['/investment-projects', `/investment-projects${filtered({ q: '履约项目' })}`],
    'investmentProjects.one': [`/investment-projects/${await some('investment_project')}`],
    'contracts.list': [
      '/contracts',
      `/contracts${filtered({ q: '履约' })}`,
      `/contracts${filtered({ verdict: 'breach', assessedYear: 2025 })}`,
      `/contracts${query({ page: '50', perPage: '200' })}`,
    ],
    'contracts.one': [`/contracts/${contract}`],
    'corrections.list': [`/contracts/${contract}/corrections`],
    'contractChecklists.one': [`/contracts/${contract}/checklist`],
    'checklistItems.list': ['/checklist-items'],
    'supportClauses.list': [`/contracts/${contract}/support-clauses`],
    'parcels.list': ['/parcels', `/parcels${filtered({ q: 'HT' })}`],
    'milestones.list': ['/milestones', `/milestones${filtered({ contractId: contract })}`],
    'commitments.list': ['/commitments', `/commitments${filtered({ q: '履约' }, { perPage: '200' })}`],
    'commitments.one': [
      `/commitments/${await one(`SELECT id FROM commitment WHERE contract_id = '${contract}' LIMIT 1`)}`,
    ],
    'actuals.list': ['/actuals', `/actuals${filtered({ contractId: contract })}`],
    'assessments.list': ['/assessments', `/assessments${filtered({ year: 2025, verdict: 'breach' })}`],
    'assessments.ofContract': [
      `/contracts/${contract}/assessments`,
      `/contracts/${contract}/assessments${query({ asOf: '2024-06-30', known: 'then' })}`,
    ],
    'assessmentDefaults.inForce': ['/assessment-defaults'],
    'portfolio.perMu': [
      `/portfolio/per-mu${query({ groupBy: 'park', assessedYear: '2025' })}`,
      `/portfolio/per-mu${query({ groupBy: 'park', assessedYear: '2025', asOf: '2026-06-30' })}`,
    ],
    'portfolio.heatMap': ['/portfolio/heat-map'],
    'portfolio.decisions': ['/portfolio/decisions'],
    'supplements.list': [`/contracts/${contract}/supplements`],
    'timeline.list': [`/contracts/${contract}/timeline`, `/contracts/${contract}/timeline${query({ limit: '100' })}`],
    'files.list': [`/files${filtered({ contractId: contract }, { perPage: '200' })}`],
    // The bench has no vault with contents.
    'files.content': [],
    'receipts.list': ['/receipts', `/receipts${filtered({ contractId: contract })}`],
    'progress.board': [
      `/progress/board${query({ sort: 'overdue', order: 'asc' })}`,
      `/progress/board${filtered({ late: true }, { perPage: '200' })}`,
    ],
    'progress.idleLand': ['/progress/idle-land', `/progress/idle-land${query({ state: 'take-back' })}`],
    'progress.summary': ['/progress/summary'],
    'checkUps.list': [
      '/check-ups',
      `/check-ups${query({ flag: 'not-started' })}`,
      `/check-ups${query({ asOf: '2025-06-30', known: 'then' })}`,
    ],
    'checkUps.limits': ['/check-ups/limits'],
    'fourBatches.report': [`/four-batches${query(period)}`],
    'fourBatches.rows': [`/four-batches/rows${query({ ...period, batch: 'signed' })}`],
    'fourBatches.workbook': [`/four-batches/workbook${query(period)}`],
    'consequenceClauses.list': [`/consequence-clauses${filtered({ contractId: contract })}`],
    'consequences.list': [
      '/consequences',
      `/consequences${filtered({ year: 2025, indicator: 'tax' })}`,
      `/consequences${filtered({ standing: 'open', verdict_in: ['breach'] }, { perPage: '200' })}`,
      `/consequences${query({ page: '40', sort: 'enterpriseName', order: 'asc' })}`,
    ],
    'decisions.list': ['/decisions', `/decisions${filtered({ contractId: contract })}`],
    'decisions.one': [`/decisions/${await some('consequence_decision')}`],
    'imports.list': ['/imports', `/imports${filtered({ q: '台账' })}`],
    'imports.one': [`/imports/${sheet}`],
    'imports.corrections': [`/imports/${sheet}/corrections`],
    'imports.rows': [`/imports/${sheet}/rows${query({ from: '4', to: '53' })}`],
    'imports.touched': [`/imports/${sheet}/touched`],
    // The bench keeps no workbook that could be marked.
    'imports.errorWorkbook': [],
    'imports.template': [`/import-templates${query({ kind: 'contract-ledger' })}`],
    'lightBands.inForce': ['/light-bands'],
    'paceTargets.list': [`/pace-targets${query({ year })}`],
    'paceTargets.one': [`/pace-targets/${await some('pace_target')}`],
    'evaluationFormula.inForce': ['/evaluation-formula'],
    'evaluationRounds.list': ['/evaluation-rounds'],
    'evaluationRounds.one': [`/evaluation-rounds/${round}`],
    'evaluationRounds.firm': [`/evaluation-rounds/${round}/firms/${firm}`],
  };
}
