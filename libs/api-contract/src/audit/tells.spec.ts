import { allRoutes, openApiDocument } from '../catalogue/index.js';
import { recordOf, tellsOf } from './index.js';

type Json = Readonly<Record<string, unknown>>;
const document = openApiDocument('spec') as {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, { content?: Json }> }>>;
  components: { schemas: Record<string, Json> };
};

/** The names of all fields that an answer can have, however deep. */
function fieldsOf(shape: unknown, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (shape === null || typeof shape !== 'object') return found;
  const { $ref, properties } = shape as { $ref?: string; properties?: Json };
  const named = $ref?.split('/').at(-1);
  if (named !== undefined && !seen.has(named)) {
    seen.add(named);
    fieldsOf(document.components.schemas[named], seen, found);
  }
  for (const field of Object.keys(properties ?? {})) found.add(field);
  for (const inner of Object.values(shape)) fieldsOf(inner, seen, found);
  return found;
}

/** Whether the answer names single contracts, or is one. */
const showsContracts = new Set(
  Object.values(document.paths)
    .flatMap((verbs) => Object.values(verbs))
    .filter(({ responses }) => {
      const fields = fieldsOf(Object.entries(responses).find(([status]) => status < '300')?.[1].content);
      return ['contractId', 'contractNumber', 'contractNo', 'promised'].some((field) => fields.has(field));
    })
    .map(({ operationId }) => operationId),
);

const named = (name: string) => {
  const found = allRoutes.find((route) => route.name === name);
  if (!found) throw new Error(`there is no route ${name}`);
  return found.contract;
};

describe('what a route tells the trail', () => {
  it('finds the routes that show contracts', () => {
    expect(showsContracts.size).toBeGreaterThan(30);
    for (const name of ['contracts.one', 'commitments.list', 'portfolio.heatMap', 'fourBatches.rows', 'actuals.list'])
      expect(showsContracts).toContain(name);
  });

  it('of an answer that names contracts: it was read, or changed and so has the row of its change', () => {
    const silent = allRoutes
      .filter(({ name, contract }) => showsContracts.has(name) && tellsOf(contract) === undefined)
      .filter(({ contract }) => contract.method === 'GET' || contract.path.endsWith('/preview'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('of a file: it left the house', () => {
    const silent = allRoutes.filter(
      ({ contract }) =>
        (contract.download !== undefined || contract.costs === 'export') && tellsOf(contract) === undefined,
    );
    // An empty form.
    expect(silent.map(({ name }) => name)).toEqual(['imports.template']);
  });

  it('says `nothing` only where no record is shown', () => {
    expect(allRoutes.filter(({ contract }) => contract.tells === 'nothing').map(({ name }) => name)).toEqual([
      'users.counts',
      'approvals.counts',
      'approvals.signers',
      'progress.summary',
      'checkUps.limits',
      'imports.template',
    ]);
  });

  it.each([
    ['contracts.list', 'read'],
    ['contracts.one', 'read'],
    ['timeline.list', 'read'],
    ['supplements.preview', 'read'],
    ['files.content', 'download'],
    ['fourBatches.workbook', 'export'],
    ['imports.errorWorkbook', 'export'],
    ['auditEntries.list', 'read'],
    ['auditEntries.verify', 'verify'],
    ['leads.list', undefined],
    ['contracts.sign', undefined],
    // They have a row of their own, with the reason.
    ['contacts.unmask', undefined],
    ['auditEntries.unmask', undefined],
  ])('%s: %s', (name, tells) => expect(tellsOf(named(name))).toBe(tells));

  it.each([
    ['contracts.one', { id: '7' }, { subject: 'contract', subjectId: '7' }],
    ['timeline.list', { id: '7' }, { subject: 'contract', subjectId: '7' }],
    ['supportClauses.end', { id: '7', clauseId: '8' }, { subject: 'support_clause', subjectId: '8' }],
    ['contracts.list', {}, { subject: 'contract', subjectId: '' }],
    ['users.unlock', { id: '7' }, { subject: 'app_user', subjectId: '7' }],
    ['auditEntries.unmask', { id: '7' }, { subject: 'audit_entry', subjectId: '7' }],
    ['enterprises.one', { id: '7' }, { subject: 'enterprise', subjectId: '7' }],
    ['industries.list', {}, { subject: 'industry', subjectId: '' }],
  ])('%s is about %j: %j', (name, params, record) => expect(recordOf(named(name), params)).toEqual(record));
});
