import { creditCode } from '@crm/domain/enterprises';
import { demoFirms, demoPeople } from './firms.js';
import { LEDGER_2021 } from './ledger-2021.js';

describe('demo firms', () => {
  const ledger = new Set(LEDGER_2021.map(([name]) => name));
  const firms = demoFirms(106 - ledger.size, ledger);

  it('make 106 firms with the ledger, none twice', () => {
    expect(new Set([...ledger, ...firms.map((firm) => firm.name)]).size).toBe(106);
    expect(new Set(firms.map((firm) => firm.creditCode)).size).toBe(firms.length);
  });
  it.each(firms)('$name has a code that holds', ({ creditCode: code }) => expect(creditCode(code)).toBe(code));
  it('are the same each time', () => expect(demoFirms(10, ledger)).toEqual(firms.slice(0, 10)));
  it('people too', () => expect(new Set(demoPeople(56, new Set())).size).toBe(56));
});
