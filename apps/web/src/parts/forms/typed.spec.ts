import { anyTrue, valuesToKeep } from './typed.js';

describe('what was typed into a form', () => {
  it('is found at any depth, and an untouched list is none', () => {
    expect(anyTrue({ parcels: [{ area: { value: true } }] })).toBe(true);
    expect(anyTrue({ parcels: [{ area: { value: false } }, {}], name: undefined })).toBe(false);
    expect(anyTrue({})).toBe(false);
  });

  it('is kept without untouched fields and without the contact', () => {
    expect(
      valuesToKeep(
        { projectName: '示例', parkId: 'a', contactPhone: '13800138000' },
        { projectName: true, contactPhone: true },
        ['contactPhone'],
      ),
    ).toEqual({ projectName: '示例' });
  });
});
