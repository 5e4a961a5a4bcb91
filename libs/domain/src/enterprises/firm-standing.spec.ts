import { firmKey, isForeignName, uncodedFirm } from './firm-standing.js';

describe('a firm without a credit code', () => {
  it.each(['待注册', '待办', '（待注册）', '未注册', '拟设立', '筹建中', '筹备', ' 办理中 ', '待核准登记'])(
    '%s: to be founded',
    (typed) => {
      expect(uncodedFirm(typed)).toEqual({ standing: 'to-be-founded', registrationNo: null });
    },
  );

  it.each([
    ['境外', null],
    ['境外企业', null],
    ['境外 HK2345678', 'HK2345678'],
    ['境外公司：CR No. 123', 'CR No. 123'],
  ])('%s: foreign, number %s', (typed, registrationNo) => {
    expect(uncodedFirm(typed)).toEqual({ standing: 'foreign', registrationNo });
  });

  it.each(['91469900MAEDJF1W0T', '无', '-', '注册', '内资'])('%s says nothing of it', (typed) => {
    expect(uncodedFirm(typed)).toBeNull();
  });

  it('a name in another script is foreign', () => {
    expect(isForeignName('Qiming Semiconductor (Hong Kong) Limited')).toBe(true);
    expect(isForeignName('海南睿达新材料有限公司')).toBe(false);
  });

  it('is known by its name, with or without （筹）', () => {
    const key = (enterpriseName: string, creditCode: string | null = null) => firmKey({ enterpriseName, creditCode });
    expect(key('海南睿达新材料有限公司（筹）')).toBe(key('海南睿达新材料有限公司'));
    expect(key('海南睿达新材料有限公司', '91469900MAEDJF1W0T')).toBe('91469900MAEDJF1W0T');
  });
});
