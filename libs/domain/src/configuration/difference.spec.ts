import { configurationDifference, type Lists } from './index.js';

const here: Lists = {
  parks: [
    { code: 'A', name: '甲园', sites: ['一', '二'], closedFrom: null },
    { code: 'B', name: '乙园', sites: [], closedFrom: null },
    { code: 'C', name: '丙园', sites: [], closedFrom: null },
  ],
};
const compared = (parks: Lists['parks']) =>
  configurationDifference(here, { parks: parks! }, (_list, { code }) => String(code))[0];

describe('what taking a file would change', () => {
  it('is nothing for the same lists, whatever the order of entries and fields', () => {
    expect(
      compared([...here.parks!].reverse().map((one) => Object.fromEntries(Object.entries(one).reverse()))),
    ).toEqual({
      list: 'parks',
      added: [],
      changed: [],
      closed: [],
      unchanged: 3,
      kept: 0,
    });
  });

  it('names what is new, what differs in which field, and what the file closes', () => {
    expect(
      compared([
        { code: 'A', name: '甲园', sites: ['二', '一'], closedFrom: null },
        { code: 'B', name: '乙园区', sites: [], closedFrom: '2027-01-01' },
        { code: 'D', name: '丁园', sites: [], closedFrom: '2027-01-01' },
      ]),
    ).toEqual({
      list: 'parks',
      added: ['D'],
      changed: [
        { key: 'A', fields: ['sites'] },
        { key: 'B', fields: ['name', 'closedFrom'] },
      ],
      closed: ['B'],
      unchanged: 0,
      kept: 1,
    });
  });

  it('a list that is not here is new as a whole', () => {
    expect(configurationDifference({}, here, (_list, { code }) => String(code))[0]!.added).toEqual(['A', 'B', 'C']);
  });
});
