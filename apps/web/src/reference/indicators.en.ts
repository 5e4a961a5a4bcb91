import type { Twin } from '../i18n/shape.js';
import type { indicatorsZh } from './indicators.zh.js';

const quantity = { wan: 'CNY m', person: 'people', percent: '%', tce: 'tce' };

export const indicatorsEn: Twin<typeof indicatorsZh> = {
  indicators: {
    name: {
      investment: 'Fixed-asset investment',
      output: 'Output (revenue)',
      tax: 'Tax',
      'rd-spend': 'R&D spend',
      'rd-share': 'R&D share',
      'rd-headcount': 'R&D staff',
      jobs: 'Jobs',
      energy: 'Energy use',
    },
    short: {
      investment: 'Invest.',
      output: 'Output',
      tax: 'Tax',
      'rd-spend': 'R&D spend',
      'rd-share': 'R&D share',
      'rd-headcount': 'R&D staff',
      jobs: 'Jobs',
      energy: 'Energy',
    },
    unit: quantity,
  },
  why: {
    owed: {
      investment: 'Required',
      output: 'Required',
      tax: 'Required',
      'rd-spend': 'Required',
      'rd-share': 'Required',
      'rd-headcount': 'Required',
      jobs: 'Required',
      energy: 'Allowed',
    },
    paid: {
      investment: 'invested',
      output: 'reached',
      tax: 'paid',
      'rd-spend': 'spent',
      'rd-share': 'reached',
      'rd-headcount': 'employed',
      jobs: 'employed',
      energy: 'used',
    },
    unit: { ...quantity, mu: 'mu', 'wan-per-mu': 'CNY m per mu', day: 'day', year: 'year' },
  },
};
