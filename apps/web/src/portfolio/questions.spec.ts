import { addressOf, lastYearOver, readMoment, readQuestion, signedDays } from './questions.js';

const today = '2026-11-20';
const read = (search: string) => readQuestion(new URLSearchParams(search), today);

it('asks about everything and the last year that is over, unless told otherwise', () => {
  expect(read('')).toEqual({ signed: null, park: null, industry: null, year: 2025, moment: null });
  expect(lastYearOver('2026-01-01')).toBe(2025);
});

it.each(['year=abc', 'year=20255', 'signed=2021-01', 'signed='])('takes %s for not said', (search) => {
  expect(read(search)).toEqual(read(''));
});

it('comes back from its own address', () => {
  const question = { signed: '2021', park: 'p', industry: 'i', year: 2024, moment: null };
  const address = addressOf('/contracts', question, { counted: '1' }, today);
  expect(address).toBe('/contracts?signed=2021&park=p&industry=i&year=2024&counted=1');
  expect(read(address.split('?')[1]!)).toEqual(question);
});

it('narrows, widens, and leaves the default year unsaid', () => {
  const question = { signed: null, park: 'p', industry: null, year: 2025, moment: null };
  expect(addressOf('/contracts', question, { park: 'q' }, today)).toBe('/contracts?park=q');
  expect(addressOf('/contracts', question, { park: null }, today)).toBe('/contracts');
});

it('means the whole signing year', () => {
  expect([signedDays('2021'), signedDays(null)]).toEqual([{ signedFrom: '2021-01-01', signedTo: '2021-12-31' }, {}]);
});

it.each([
  ['?asOf=2025-12-31', { asOf: '2025-12-31', known: 'now' }],
  ['?asOf=2025-12-31&known=then', { asOf: '2025-12-31', known: 'then' }],
  ['?asOf=2026-11-20', null],
  ['?asOf=2027-01-01', null],
  ['?asOf=yesterday', null],
  ['', null],
])('looks back by %s', (search, moment) =>
  expect(readMoment(new URLSearchParams(search), '2026-11-20')).toEqual(moment),
);
