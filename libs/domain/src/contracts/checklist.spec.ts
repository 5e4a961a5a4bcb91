import { Refusal } from '../refusal/index.js';
import { type ClauseChecked, admitChecklist, missingClauses, needsChecklist } from './checklist.js';
import { type ContractKind, contractKinds } from './contract.js';

const named = (key: string) => ({ key, name: `「${key}」`, nameEn: key });
const item = (key: string, checked: boolean, required = true): ClauseChecked => ({ ...named(key), required, checked });
const refusalOf = (kind: ContractKind, items: readonly ClauseChecked[]): unknown => {
  try {
    admitChecklist(kind, items);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return [thrown.code, thrown.facts];
  }
};

describe('the checklist of clauses', () => {
  it('is needed only for contracts with commitments', () => {
    expect(contractKinds.filter(needsChecklist)).toEqual(['performance']);
    expect(refusalOf('substantive', [item('land', false)])).toBeNull();
  });

  it.each([
    [
      'all required are checked, what is not required is not asked for',
      [item('land', true), item('fair-competition', true), item('confidentiality', false, false)],
      null,
    ],
    [
      'several are missing, in their order',
      [item('land', false), item('fair-competition', true), item('term', false)],
      ['checklist.incomplete', { count: 2, missing: [named('land'), named('term')] }],
    ],
    [
      'the fair-competition review is missing, whatever else is',
      [item('land', false), item('fair-competition', false)],
      ['checklist.fair-competition', { count: 2, missing: [named('land'), named('fair-competition')] }],
    ],
    ['the administrator asks for no review', [item('land', true), item('fair-competition', false, false)], null],
    ['an empty list asks for nothing', [], null],
  ])('%s', (_, items, refused) => expect(refusalOf('performance', items)).toEqual(refused));

  it('counts only required clauses that are not checked', () => {
    expect(missingClauses([item('a', true), item('b', false), item('c', false, false)]).map(({ key }) => key)).toEqual([
      'b',
    ]);
  });
});
