import { createBody, emptyDraft, landOf, updateBody, type Draft } from './draft.js';

const draft = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  enterpriseId: 'e',
  projectName: '一期',
  parkId: 'p',
  industryId: 'i',
  parcels: [{ code: 'A-1', phase: null, basis: 'granted', areaMu: '28.0965' }],
  ...change,
});

it('reckons the land as the server does', () => {
  expect(landOf(draft())).toBe('28.0965');
  expect(
    landOf(
      draft({
        parcels: [
          { code: null, phase: null, basis: 'granted', areaMu: '10' },
          { code: null, phase: null, basis: 'leased-floor', areaMu: '5' },
        ],
      }),
    ),
  ).toBe('10');
  expect([
    landOf(draft({ landFree: true })),
    landOf(draft({ parcels: [{ code: null, phase: null, basis: 'granted', areaMu: 'x' }] })),
  ]).toEqual([null, null]);
});

it('sends the master side alone, and only what was promised', () => {
  const side = { perMuWan: null, totalWan: null, clause: null, tolerancePercent: null };
  const { commitments } = createBody(
    draft({
      promises: {
        investment: { ...side, master: 'per-mu', perMuWan: '670', totalWan: '18824.655' },
        output: { ...side, master: 'per-mu' },
        tax: { ...side, master: 'total', perMuWan: '17.8', totalWan: '500', clause: '第七条' },
      },
    }),
  );
  expect(commitments).toEqual([
    { indicator: 'investment', perMuWan: '670' },
    { indicator: 'tax', total: { value: '500', unit: 'wan' }, clause: '第七条' },
  ]);
});

it('sends a further promise in the unit of its indicator', () => {
  const { commitments } = createBody(
    draft({
      further: [
        { indicator: 'energy', total: '1200', fromYear: '2027', tolerancePercent: null, clause: '第九条' },
        { indicator: 'rd-spend', total: '300', fromYear: null, tolerancePercent: '90', clause: null },
        { indicator: 'jobs', total: null, fromYear: null, tolerancePercent: null, clause: null },
      ],
    }),
  );
  expect(commitments).toEqual([
    { indicator: 'energy', total: { value: '1200', unit: 'tce' }, fromYear: 2027, clause: '第九条' },
    { indicator: 'rd-spend', total: { value: '300', unit: 'wan' }, tolerancePercent: '90' },
  ]);
});

it('names amounts and areas with their unit, and leaves unsaid what is empty', () => {
  const body = createBody(
    draft({ amountWan: '11400', planned: { completion: '2027-06-30', 'production-start': null } }),
  );
  expect(body).toMatchObject({
    amount: { value: '11400', unit: 'wan' },
    parcels: [{ code: 'A-1', basis: 'granted', area: { value: '28.0965', unit: 'mu' } }],
    milestones: [{ kind: 'completion', plannedOn: '2027-06-30' }],
  });
  expect('number' in body).toBe(false);
  expect('commitments' in updateBody(draft())).toBe(false);
});
