import { Refusal, checkAll, isRefusal } from './refusal.js';

const thrownBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
};

describe('a refusal', () => {
  it('carries code, facts and kind, and no sentence', () => {
    const refusal = new Refusal('area.zero', { areaMu: '0' });
    expect(refusal).toMatchObject({
      name: 'Refusal',
      message: 'area.zero',
      code: 'area.zero',
      facts: { areaMu: '0' },
      kind: 'unprocessable',
      errors: [],
    });
    expect(refusal).toBeInstanceOf(Error);
  });

  it.each(['area', 'Area.zero', 'the area is zero', '', 'area..zero'])('is not built with the code %p', (code) => {
    expect(() => new Refusal(code)).toThrow(TypeError);
  });

  it.each([
    ['json.malformed', 'unreadable'],
    ['access.denied', 'forbidden'],
    ['record.absent', 'absent'],
    ['row.duplicate', 'conflict'],
    ['version.stale', 'stale'],
    ['version.missing', 'precondition'],
  ] as const)('%s is made as %s', (code, kind) => {
    expect(Refusal[kind](code, { id: '7' })).toMatchObject({ code, kind, facts: { id: '7' } });
  });

  it('is recognised when another copy of the module made it, and nothing else is', () => {
    const foreign = Object.assign(new Error('area.zero'), {
      name: 'Refusal',
      code: 'area.zero',
      kind: 'unprocessable',
      facts: {},
    });
    expect(
      [foreign, new Refusal('area.zero'), new Error('area.zero'), { code: 'area.zero' }, null].map(isRefusal),
    ).toEqual([true, true, false, false, false]);
  });
});

describe('field faults', () => {
  it('a single fault gives its code', () => {
    expect(Refusal.fields([{ pointer: '/areaMu', code: 'area.zero', params: { min: '0.001' } }])).toMatchObject({
      code: 'area.zero',
      facts: { min: '0.001' },
    });
  });

  it('are all kept when there are several', () => {
    const refusal = Refusal.fields([
      { pointer: '/areaMu', code: 'area.zero' },
      { pointer: '/signedOn', code: 'date.impossible' },
    ]);
    expect([refusal.code, refusal.facts]).toEqual(['fields.refused', { count: 2 }]);
    expect(refusal.errors.map((fault) => fault.pointer)).toEqual(['/areaMu', '/signedOn']);
  });

  it('cannot be none', () => {
    expect(() => Refusal.fields([])).toThrow(TypeError);
  });

  it('get the pointer of the field that contains them', () => {
    const inner = Refusal.fields([{ pointer: '/areaMu', code: 'area.zero' }]).at('/parcels/0');
    expect(inner.errors).toEqual([{ pointer: '/parcels/0/areaMu', code: 'area.zero' }]);
    expect(new Refusal('area.zero', { min: '1' }).at('/areaMu').errors).toEqual([
      { pointer: '/areaMu', code: 'area.zero', params: { min: '1' } },
    ]);
  });
});

describe('checking all fields at once', () => {
  const refuse = (code: string) => () => {
    throw new Refusal(code);
  };

  it('returns what every check returned', () => {
    expect(checkAll({ areaMu: () => '60', year: () => 2025 })).toEqual({ areaMu: '60', year: 2025 });
  });

  it('gathers every refusal, with an escaped pointer', () => {
    const thrown = thrownBy(() =>
      checkAll({ 'a/b~c': refuse('area.zero'), ok: () => 1, signedOn: refuse('date.impossible') }),
    );
    expect(thrown).toMatchObject({
      errors: [
        { pointer: '/a~1b~0c', code: 'area.zero' },
        { pointer: '/signedOn', code: 'date.impossible' },
      ],
    });
  });

  it('rethrows a defect unchanged', () => {
    const defect = new RangeError('defect');
    expect(
      thrownBy(() =>
        checkAll({
          areaMu: () => {
            throw defect;
          },
        }),
      ),
    ).toBe(defect);
  });
});
