import { headTamperings } from '../../libs/server/src/audit/head-tamperings.example.js';
import { rowTamperings } from '../../libs/server/src/audit/row-tamperings.example.js';
import { aTrail, seeded, type Trail } from '../../libs/server/src/audit/trail.example.js';

// Everything that the owner of the tables can do to the trail, at more than a thousand places that look random.

const tamperings = Object.entries({ ...rowTamperings, ...headTamperings });
const PLACES = 1_100;

describe('the owner of the tables', () => {
  let trail: Trail;
  beforeAll(async () => {
    trail = await aTrail(12);
    for (let minute = 0; minute < 10; minute++) {
      await trail.write(30);
      await (minute % 4 === 3 ? trail.signer.anchor() : trail.signer.seal());
    }
    await trail.keep();
  });
  afterAll(() => trail?.close());

  it.each(tamperings)('is found out each time who %s', async (_name, { does, found }) => {
    const pick = seeded(2_021);
    const unseen: unknown[] = [];
    for (let place = 0; place < Math.ceil(PLACES / tamperings.length); place++) {
      await does(trail, pick);
      const kinds = await trail.kinds();
      if (!kinds.some((kind) => found.includes(kind))) unseen.push([place, kinds]);
      await trail.restore();
    }
    expect(unseen).toEqual([]);
    expect(await trail.kinds()).toEqual([]);
  });
});
