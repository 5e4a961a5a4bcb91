import { ROLES, abilityFrom, can, rulesOf, type Role } from './index.js';

describe('who may do what', () => {
  it.each<
    [Role, 'read' | 'create' | 'sign' | 'import' | 'assign' | 'verify' | 'manage', Parameters<typeof can>[2], boolean]
  >([
    ['officer', 'create', 'Lead', true],
    ['officer', 'sign', 'Contract', false],
    ['manager', 'sign', 'Contract', true],
    ['manager', 'import', 'Import', true],
    ['secretary', 'create', 'Lead', false],
    ['secretary', 'read', 'Portfolio', false],
    ['secretary', 'assign', 'SecretaryAssignment', false],
    ['auditor', 'create', 'Lead', false],
    ['auditor', 'read', 'AuditEntry', true],
    ['manager', 'read', 'AuditEntry', false],
    ['admin', 'manage', 'User', true],
  ])('%s may %s %s: %s', (role, action, subject, answer) => expect(can({ role }, action, subject)).toBe(answer));

  it('an unknown role may nothing', () => expect(can({ role: 'root' as Role }, 'read', 'Park')).toBe(false));

  it.each(ROLES)('the rules sent to the web decide the same for %s', (role) => {
    const web = abilityFrom(JSON.parse(JSON.stringify(rulesOf(role))));
    for (const subject of ['Lead', 'Contract', 'User', 'AuditEntry', 'Portfolio'] as const)
      for (const action of ['read', 'create', 'sign', 'export'] as const)
        expect(web.can(action, subject)).toBe(can({ role }, action, subject));
  });
});
