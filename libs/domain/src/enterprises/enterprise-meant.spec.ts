import { bearsName, enterpriseMeant, isSameName } from './enterprise-meant.js';
import { legalFormOf } from './matching-name.js';

describe('which enterprise is meant', () => {
  it.each([
    ['瀚海生物有限公司', 'limited'],
    ['瀚海生物有限责任公司', 'limited'],
    ['瀚海生物股份有限公司', 'joint-stock'],
    ['瀚海生物集团有限公司', 'group'],
    ['瀚海生物（集团）有限公司', 'group'],
    ['瀚海生物集团股份有限公司', 'joint-stock-group'],
    ['瀚海生物有限公司海口分公司', 'branch'],
    ['Hanhai Bio Co., Ltd.', 'limited'],
    ['瀚海生物', null],
    ['有限公司', null],
  ])('%s: its legal form is %s', (name, form) => expect(legalFormOf(name)).toBe(form));

  it('a spelling is forgiven, a legal form is not', () => {
    expect(isSameName('瀚海生物（海南）有限公司', '瀚海 生物(海南)有限责任公司')).toBe(true);
    expect(isSameName('瀚海生物股份有限公司', '瀚海生物集团有限公司')).toBe(false);
  });

  const group = { name: '瀚海生物集团有限公司', creditCode: null };
  const stock = { name: '瀚海生物股份有限公司', creditCode: '91460100MA5T0000XA' };

  it.each([
    ['the exact name', { name: '瀚海生物股份有限公司', creditCode: null }, stock],
    ['another legal form', { name: '瀚海生物有限公司', creditCode: null }, undefined],
    ['the code, whatever the name', { name: '旧名', creditCode: '91460100MA5T0000XA' }, stock],
    ['the exact name without a code, and a code', { name: '瀚海生物集团有限公司', creditCode: 'X' }, group],
    ['the exact name with another code', { name: '瀚海生物股份有限公司', creditCode: 'X' }, undefined],
    ['no legal form, and two that could be meant', { name: '瀚海生物', creditCode: null }, undefined],
  ] as const)('%s', (_, typed, meant) => expect(enterpriseMeant(typed, [group, stock])).toBe(meant));

  it('a name without its form means the only one, unless a code or the person says otherwise', () => {
    expect(enterpriseMeant({ name: '瀚海生物', creditCode: null }, [group])).toBe(group);
    expect(enterpriseMeant({ name: '瀚海生物', creditCode: 'X' }, [group])).toBeUndefined();
    expect(enterpriseMeant({ name: '瀚海生物', creditCode: null }, [group], { exact: true })).toBeUndefined();
  });

  it.each([
    ['瀚海 生物(海南)有限责任公司', true],
    ['瀚海生物（海南）有限公司（筹）', true],
    ['瀚海生物（海南）', true],
    ['瀚海', true],
    ['海南澄溪药业有限公司', true],
    ['瀚海生物（海南）股份有限公司', false],
    ['海南泓溪医药有限公司', false],
  ])('%s is borne by the firm: %s', (written, borne) =>
    expect(
      bearsName({ name: '瀚海生物（海南）有限公司', shortName: '瀚海', former: ['海南澄溪药业有限公司'] }, written),
    ).toBe(borne),
  );
});
