import type { ClauseForm } from '../reference/clauseForm.js';
import type { Supplement } from '@crm/api-contract/supplements';
import { formOf, landAfter, supplementBody, type Amended, type SupplementForm } from './supplementBody.js';
import { clashOf, newSince, rebased } from './supplementClash.js';
import { formErrorsOf } from './supplementErrors.js';

const promise = {
  indicator: 'tax',
  unit: 'wan',
  master: 'per-mu',
  perMuWan: '30',
  totalWan: '1500',
  total: '1500',
  tolerancePercent: '80',
  toleranceByClause: false,
  fromYear: null,
  dueOn: null,
  lastYear: null,
  ramp: [],
  clause: '第八条',
};
const contract = {
  number: 'HT-1',
  fullProductionYear: 2024,
  fullProductionOn: null,
  termFrom: '2021-06-01',
  termTo: null,
  supplements: [],
  parcels: [
    { id: 'a', code: 'MA-01', phase: '', basis: 'granted', areaMu: '30' },
    { id: 'b', code: 'MA-02', phase: '', basis: 'granted', areaMu: '20' },
  ],
  clauses: [
    {
      id: 'x',
      kind: 'pay-gap',
      text: '第十二条',
      indicators: ['tax'],
      from: 'breach',
      cureDays: null,
      percent: '100',
      ended: false,
    },
    {
      id: 'y',
      kind: 'pay-gap',
      text: '旧',
      indicators: ['tax'],
      from: 'breach',
      cureDays: null,
      percent: '20',
      ended: true,
    },
    {
      id: 'z',
      kind: 'pay-gap',
      text: '第十四条',
      indicators: ['jobs'],
      from: 'breach',
      cureDays: null,
      percent: '10',
      ended: false,
    },
  ],
  commitments: [
    promise,
    {
      ...promise,
      indicator: 'jobs',
      unit: 'person',
      master: 'total',
      perMuWan: null,
      totalWan: null,
      total: '100',
      clause: null,
    },
  ],
} as unknown as Amended;
const typed = (change: Partial<SupplementForm>, tax: object = {}): SupplementForm => {
  const form = { ...formOf(contract), ...change };
  return { ...form, promises: { ...form.promises, tax: { ...form.promises.tax!, ...tax } } };
};

describe('what a supplement asks for', () => {
  it('is nothing while nothing was typed', () => expect(supplementBody(contract, formOf(contract))).toEqual({}));

  it('is what differs, in the unit of the wire', () => {
    const form = typed(
      {
        increase: '20000',
        added: [
          { code: 'MA-03', phase: null, basis: 'granted', areaMu: '10' },
          { code: null, phase: null, basis: 'granted', areaMu: null },
        ],
        fullProductionYear: '2026',
        termTo: '2046-05-31',
      },
      { master: 'total', perMuWan: '36', totalWan: '1800' },
    );
    expect(supplementBody(contract, form)).toEqual({
      increase: { value: '20000', unit: 'wan' },
      land: { add: [{ code: 'MA-03', basis: 'granted', area: { value: '10', unit: 'mu' } }] },
      promises: [{ indicator: 'tax', total: { value: '1800', unit: 'wan' } }],
      fullProductionYear: 2026,
      termTo: '2046-05-31',
    });
  });

  it('takes plots back, measures them anew, and counts what is left', () => {
    const form = typed({ plots: { a: { fate: 'measure', areaMu: '31.5' }, b: { fate: 'end', areaMu: '20' } } });
    expect(supplementBody(contract, form)).toEqual({
      land: { measure: [{ parcelId: 'a', area: { value: '31.5', unit: 'mu' } }], end: ['b'] },
    });
    expect([
      landAfter(contract, form),
      landAfter(contract, typed({ plots: { a: { fate: 'end', areaMu: '30' }, b: { fate: 'end', areaMu: '20' } } })),
    ]).toEqual(['31.5', null]);
    expect(
      supplementBody(
        contract,
        typed({ plots: { a: { fate: 'measure', areaMu: '30' }, b: { fate: 'keep', areaMu: '20' } } }),
      ),
    ).toEqual({});
  });

  it('writes tolerance, years, ramp and clause, each only where it differs', () => {
    const form = typed(
      {},
      {
        tolerancePercent: '90',
        fromYear: '2025',
        lastYear: 2034,
        ramp: [
          { year: '2025', percent: '50' },
          { year: null, percent: null },
        ],
        clause: '',
      },
    );
    expect(supplementBody(contract, form)).toEqual({
      promises: [
        {
          indicator: 'tax',
          tolerancePercent: '90',
          clause: null,
          fromYear: 2025,
          lastYear: 2034,
          ramp: [{ year: 2025, percent: '50' }],
        },
      ],
    });
  });

  it('words clauses anew, ends them and writes new ones; a new one without words is not one yet', () => {
    const { clauses } = formOf(contract);
    expect(Object.keys(clauses)).toEqual(['x', 'z']);
    const added: ClauseForm = {
      kind: 'cure-period',
      indicators: ['tax'],
      from: 'breach',
      cureDays: '90',
      percent: '100',
      text: '第十一条',
    };
    const form = typed({
      clauses: { x: { ...clauses.x!, fate: 'change', percent: '50' }, z: { ...clauses.z!, fate: 'end' } },
      addedClauses: [added, { ...added, text: null }],
    });
    expect(supplementBody(contract, form)).toEqual({
      clauses: {
        add: [
          { kind: 'cure-period', indicators: ['tax'], from: 'breach', cureDays: 90, percent: null, text: '第十一条' },
        ],
        change: [{ clauseId: 'x', percent: '50' }],
        end: ['z'],
      },
    });
    expect(supplementBody(contract, typed({ clauses: { ...clauses, x: { ...clauses.x!, fate: 'change' } } }))).toEqual(
      {},
    );
  });
});

it('what is wrong is said at the field of the drawer', () => {
  const body = {
    land: { measure: [{ parcelId: 'b' }] },
    promises: [{ indicator: 'jobs' }],
    clauses: { change: [{ clauseId: 'x' }] },
  };
  expect(
    formErrorsOf(body, {
      increase: 'i',
      land: { add: { 0: { area: 'z' } }, measure: { 0: { area: 'm' } } },
      promises: { 0: { total: 't' } },
      clauses: { add: { 0: { cureDays: 'd' } }, change: { 0: { percent: 'p' } } },
    }),
  ).toEqual({
    increase: 'i',
    added: { 0: { areaMu: 'z' } },
    plots: { b: { areaMu: 'm' } },
    promises: { jobs: { total: 't', totalWan: 't' } },
    addedClauses: { 0: { cureDays: 'd' } },
    clauses: { x: { percent: 'p' } },
  });
});

describe('two people amend one contract', () => {
  const theirs = {
    id: 's',
    state: 'in-force',
    lines: [
      { field: 'promise.tax.perMuWan', before: '30', after: '32' },
      { field: 'promise.tax.totalWan', before: '1500', after: '1600' },
      { field: 'termTo', before: null, after: '2050-01-01' },
      { field: 'parcel.MA-02', before: '20', after: null },
    ],
  } as unknown as Supplement;
  const yours = typed(
    { termFrom: '2022-01-01', plots: { a: { fate: 'measure', areaMu: '31' }, b: { fate: 'keep', areaMu: '20' } } },
    { perMuWan: '35' },
  );

  it('asks about what both changed, tells what they alone changed', () => {
    expect(clashOf(contract, yours, [theirs])).toEqual({
      asked: [{ field: 'promise.tax.perMuWan', yours: '35', theirs: '32' }],
      settled: [
        { field: 'parcel.MA-02', yours: '20', theirs: null },
        { field: 'termTo', yours: null, theirs: '2050-01-01' },
      ],
    });
    expect(newSince(contract, [theirs, { ...theirs, id: 'w', state: 'withdrawn' }])).toEqual([theirs]);
    expect(newSince({ ...contract, supplements: [{ id: 's', status: 'signed' }] } as never, [theirs])).toEqual([]);
  });

  it('keeps what you typed on the contract as it is now, except where theirs was chosen', () => {
    const current = {
      ...contract,
      termTo: '2050-01-01',
      parcels: [{ ...contract.parcels[0], id: 'c' }],
      commitments: [{ ...promise, perMuWan: '32', totalWan: '1600' }, contract.commitments[1]],
    } as unknown as Amended;
    expect(supplementBody(current, rebased(contract, yours, current, { 'promise.tax.perMuWan': 'yours' }))).toEqual({
      land: { measure: [{ parcelId: 'c', area: { value: '31', unit: 'mu' } }] },
      promises: [{ indicator: 'tax', perMuWan: '35' }],
      termFrom: '2022-01-01',
    });
    expect(supplementBody(current, rebased(contract, yours, current, { 'promise.tax.perMuWan': 'theirs' }))).toEqual({
      land: { measure: [{ parcelId: 'c', area: { value: '31', unit: 'mu' } }] },
      termFrom: '2022-01-01',
    });
  });

  it('of clauses likewise, by the names that papers give them', () => {
    const amended = {
      id: 's',
      state: 'in-force',
      lines: [
        { field: 'consequence.pay-gap.percent', before: '100', after: '80' },
        { field: 'consequence.pay-gap-3.text', before: '第十四条', after: '第十四条（新）' },
        { field: 'consequence.claw-back.text', before: null, after: '第十三条' },
      ],
    } as unknown as Supplement;
    const { clauses } = formOf(contract);
    const own = typed({
      clauses: { ...clauses, x: { ...clauses.x!, fate: 'change', percent: '50', text: '第十二条（改）' } },
    });
    expect(clashOf(contract, own, [amended])).toEqual({
      asked: [{ field: 'consequence.pay-gap.percent', yours: '50', theirs: '80' }],
      settled: [
        { field: 'consequence.pay-gap-3.text', yours: '第十四条', theirs: '第十四条（新）' },
        { field: 'addedClauses', yours: null, theirs: '第十三条' },
      ],
    });
    const current = {
      ...contract,
      clauses: [{ ...contract.clauses[0], percent: '80' }, ...contract.clauses.slice(1)],
    } as Amended;
    expect(
      supplementBody(current, rebased(contract, own, current, { 'consequence.pay-gap.percent': 'yours' })),
    ).toEqual({ clauses: { change: [{ clauseId: 'x', text: '第十二条（改）', percent: '50' }] } });
    expect(
      supplementBody(current, rebased(contract, own, current, { 'consequence.pay-gap.percent': 'theirs' })),
    ).toEqual({ clauses: { change: [{ clauseId: 'x', text: '第十二条（改）' }] } });
  });
});
