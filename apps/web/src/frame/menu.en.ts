import type { Twin } from '../i18n/shape.js';
import type { menuZh } from './menu.zh.js';

export const menuEn: Twin<typeof menuZh> = {
  menu: {
    overview: 'Overview',
    missed: 'Missed commitments',
    contracts: 'Contracts',
    approvals: 'Approvals',
    parks: 'Parks',
    industries: 'Industries',
    reminderRules: 'Reminder rules',
    calendar: 'Working calendar',
    zoneFile: 'File of reference data',
    policies: 'Approval policy',
    checklist: 'Clause checklist',
    actuals: 'Actuals',
    progress: 'Progress',
    lights: 'Traffic lights',
    classes: 'Per-mu classes',
    standards: 'Standards',
    secretaries: 'Secretaries',
    enterprises: 'Enterprises',
    reminders: 'Reminders',
    imports: 'Import',
    people: 'People and departments',
    audit: 'Audit trail',
  },
};
