import type { secretariesZh } from './secretaries.zh.js';

export const secretariesEn: typeof secretariesZh = {
  secretaries: {
    title: 'Secretaries',
    caption: 'Each firm has exactly one primary secretary on every day',
    firms: 'Firms', firmsUnit: 'firms', projects: 'Projects', projectsUnit: 'projects', people: 'Secretaries', peopleUnit: 'people', each: 'Firms each', withoutPrimary: 'Without a primary',
    find: 'Firm', role: 'Role', secretary: 'Secretary', since: 'Since', assignments: 'Assignments in force',
    roles: { primary: 'Primary', deputy: 'Deputy', specialist: 'Specialist' },
    assign: 'Assign', assigned: 'Assigned', handOver: 'Hand over', handedOver: 'Handed over', handOverOf: 'Hand over %{firm}', to: 'To', fromDay: 'From', handOverNote: 'The leaver ends the day before; the successor sees the whole history. No day has none or two primaries.',
    none: 'Nobody is assigned yet', noneWhy: 'Once assigned, a secretary signs in and sees the firm and what it promised',
    mine: 'My firms', mineNone: 'No firm is assigned to you', mineNoneWhy: 'A manager assigns firms under Secretaries',
    promised: 'Promised', investment: 'Investment', output: 'Output', tax: 'Tax', verdict: 'Verdict',
  },
};
