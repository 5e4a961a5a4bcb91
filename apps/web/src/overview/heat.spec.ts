import { inGroups, inTwoColumns, nextPlace, yearsShown, type HeatFact, type HeatGroup } from './heat.js';

const fact = (verdict: HeatFact['verdict'] = 'met', year = 2025): HeatFact => ({
  year,
  verdict,
  lowestAttainmentPercent: '100',
  assessmentIds: [],
});
const row = (...facts: (HeatFact | null)[]) => ({
  contractId: 'c',
  contractNumber: 'HT',
  enterpriseName: '甲',
  enterpriseShortName: '甲',
  projectName: '一期',
  areaMu: '1',
  facts,
});
const park = (name: string, height: number): HeatGroup => ({
  park: name,
  rows: Array.from({ length: height }, () => row(fact())),
});

describe('two columns', () => {
  it('are equally high where parks allow, in their order', () => {
    const [left, right] = inTwoColumns([
      park('美安', 6),
      park('药谷', 10),
      park('海马', 1),
      park('狮子岭', 8),
      park('云龙', 3),
      park('观澜湖', 2),
      park('西海岸', 2),
    ]);
    expect([left.map((group) => group.park), right.map((group) => group.park)]).toEqual([
      ['美安', '药谷'],
      ['海马', '狮子岭', '云龙', '观澜湖', '西海岸'],
    ]);
  });
  it('leave the right one empty for a single park, and both for none', () => {
    expect(inTwoColumns([park('药谷', 3)]).map((side) => side.length)).toEqual([1, 0]);
    expect(inTwoColumns([])).toEqual([[], []]);
  });
});

describe('arrow keys', () => {
  const rows = [row(null, fact()), row(null, fact('not-due')), row(fact(), fact('breach'))];
  it('pass over what is not owed yet', () => {
    expect(nextPlace(rows, { row: 0, column: 1 }, 'ArrowDown')).toEqual({ row: 2, column: 1 });
    expect(nextPlace(rows, { row: 2, column: 1 }, 'ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(nextPlace(rows, { row: 2, column: 1 }, 'ArrowLeft')).toEqual({ row: 2, column: 0 });
  });
  it('stay where nothing follows, and know no other key', () => {
    expect(nextPlace(rows, { row: 0, column: 1 }, 'ArrowLeft')).toBeNull();
    expect(nextPlace(rows, { row: 2, column: 0 }, 'ArrowDown')).toBeNull();
    expect(nextPlace(rows, { row: 0, column: 1 }, 'x')).toBeNull();
  });
});

it('shows at most four years, ending with the one judged, which is there even when nobody owes anything in it', () => {
  expect(yearsShown({ years: [2020, 2021, 2022, 2023, 2024, 2025, 2026] }, 2025)).toEqual([2022, 2023, 2024, 2025]);
  expect(yearsShown({ years: [2024] }, 2025)).toEqual([2024, 2025]);
});

it('groups by park in the order the rows come in, a column per year', () => {
  const one = {
    contractId: 'a',
    contractNumber: 'HT-1',
    enterpriseId: 'e',
    enterpriseName: '甲',
    enterpriseShortName: '甲',
    projectName: '一期',
    parkId: 'p',
    areaMu: '1',
  };
  const years = [{ year: 2025, verdict: 'met' as const, lowestAttainmentPercent: '110', assessmentIds: ['x'] }];
  const groups = inGroups(
    [
      { ...one, parkName: '药谷', years },
      { ...one, contractId: 'b', parkName: '美安', years: [] },
      { ...one, contractId: 'c', parkName: '药谷', years },
    ],
    [2024, 2025],
  );
  expect(groups.map((group) => [group.park, group.rows.map((r) => r.contractId)])).toEqual([
    ['药谷', ['a', 'c']],
    ['美安', ['b']],
  ]);
  expect(groups[0]!.rows[0]!.facts.map((f) => f?.verdict ?? null)).toEqual([null, 'met']);
});
