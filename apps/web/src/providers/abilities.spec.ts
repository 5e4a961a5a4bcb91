import { rulesOf } from '@crm/api-contract/permissions';
import { can, mayOn, rulesAre, subjectOf } from './abilities.js';

it.each([
  ['leads', 'Lead'],
  ['service-requests', 'ServiceRequest'],
  ['audit-entries', 'AuditEntry'],
  ['secretary-assignments', 'SecretaryAssignment'],
  ['industries', 'Industry'],
  ['provincial-standards', 'ProvincialStandard'],
])('%s are about %s', (resource, subject) => expect(subjectOf(resource)).toBe(subject));

describe('what the page may offer', () => {
  it('is nothing before anyone is known', () =>
    expect([can('read', 'Lead'), mayOn('list', 'leads')]).toEqual([false, false]));
  it('follows the rules of the server', () => {
    rulesAre(JSON.parse(JSON.stringify(rulesOf('officer'))));
    expect([
      mayOn('list', 'leads'),
      mayOn('create', 'leads'),
      mayOn('edit', 'contracts'),
      mayOn('sign', 'contracts'),
      mayOn('delete', 'leads'),
    ]).toEqual([true, true, true, false, false]);
    rulesAre([]);
    expect(mayOn('list', 'leads')).toBe(false);
  });
});
