import { maskedName, maskedPhone } from './masked.js';

describe('what those outside the scope may see', () => {
  it.each([
    ['13800138000', '138****8000'],
    ['+8613800138000', '+86****8000'],
    ['65801', '****01'],
    ['13800138000、0898-66778899转8001', '138****8000、089****8899'],
    ['', ''],
  ])('%s → %s', (phone, masked) => expect(maskedPhone(phone)).toBe(masked));
  it.each([
    ['泽科环保科技有限公司', '泽＊＊＊＊＊有限公司'],
    ['𠮷田', '𠮷＊＊＊＊＊'],
  ])('%s → %s', (name, masked) => expect(maskedName(name)).toBe(masked));
  it('the mask does not reveal the length of a name', () =>
    expect([...maskedName('甲乙')].length).toBe([...maskedName('甲乙丙丁戊己')].length));
});
