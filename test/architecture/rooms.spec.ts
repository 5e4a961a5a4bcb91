import { dirname, posix } from 'node:path';
import { filesBelow, importsOf } from './source-files.js';

/**
 * What each room may stand on (transitively closed by hand: what is not here is not allowed). Rooms of the ground stand
 * on nothing.
 */
const ground = ['standards', 'parks', 'enterprises', 'parcels', 'access', 'records', 'approvals'];
const mayUse: Readonly<Record<string, readonly string[]>> = {
  files: ['enterprises'],
  supplements: [...ground, 'leads', 'contracts', 'commitments', 'decisions', 'files'],
  timeline: [...ground, 'contracts', 'supplements'],
  standards: [],
  parks: [],
  enterprises: [],
  parcels: [],
  approvals: [],
  secretaries: ground,
  leads: ground,
  contracts: [...ground, 'leads', 'files'],
  search: [...ground, 'leads', 'contracts'],
  commitments: [...ground, 'leads', 'contracts', 'files'],
  decisions: [...ground, 'contracts', 'commitments', 'approvals', 'files'],
  requests: [...ground, 'leads', 'contracts', 'commitments', 'secretaries'],
  imports: [...ground, 'leads', 'contracts', 'commitments', 'supplements', 'secretaries', 'files'],
  lights: [...ground, 'contracts'],
  progress: [...ground, 'leads', 'contracts', 'commitments', 'approvals', 'files'],
  // It reads a sheet of values as an import reads one.
  'per-mu-classes': [...ground, 'contracts', 'imports', 'files'],
  reminders: [],
  audit: [],
  access: [],
};

/** Floors' own foundations, open to every room of the floor. */
const foundations: Readonly<Record<string, readonly string[]>> = {
  domain: ['refusal', 'quantities', 'days', 'lifecycle', 'due'],
  'api-contract': ['wire', 'permissions', 'access', 'sentences'],
  server: ['records', 'access'],
};

const floors = ['domain', 'api-contract', 'server'] as const;

function roomsUsed(path: string, floor: string): string[] {
  const own = new RegExp(`^libs/${floor}/src/`);
  return importsOf(path).flatMap((target) => {
    const across = new RegExp(`^@crm/(?:domain|api-contract|server)/(.+)$`).exec(target);
    if (across) return [across[1] as string];
    if (!target.startsWith('.')) return [];
    return [posix.join(dirname(path), target).replace(own, '').split('/')[0] as string];
  });
}

describe.each(floors)('rooms of libs/%s', (floor) => {
  const files = filesBelow(`libs/${floor}/src`, /\.ts$/).filter((path) => !/\.(spec|db-spec|example)\.ts$/.test(path));
  const rooms = [...new Set(files.map((path) => path.split('/')[3] as string))].filter((room) => mayUse[room]);

  it.each(rooms)('%s stands only on rooms below it', (room) => {
    const open = new Set([room, ...(mayUse[room] ?? []), ...Object.values(foundations).flat()]);
    const faults = files
      .filter((path) => path.split('/')[3] === room)
      .flatMap((path) =>
        roomsUsed(path, floor)
          .filter((used) => mayUse[used] !== undefined && !open.has(used))
          .map((used) => `${path} uses ${used}`),
      );
    expect(faults).toEqual([]);
  });
});

describe('a room has one entrance', () => {
  const files = [...floors, 'platform']
    .flatMap((floor) => filesBelow(`libs/${floor}/src`, /\.ts$/))
    .filter((path) => !/\.db-spec\.ts$/.test(path));

  it('nobody reaches past the index of another room', () => {
    const faults = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(dirname(path), target))
        .filter(
          (target) =>
            target.split('/')[3] !== path.split('/')[3] &&
            !target.includes('/migrations/') &&
            !/^libs\/[^/]+\/src\/[^/]+\/index\.js$/.test(target),
        )
        .map((target) => `${path} → ${target}`),
    );
    expect(faults).toEqual([]);
  });

  it('and there is no other barrel', () => {
    const barrels = files.filter((path) => /\/index\.ts$/.test(path) && path.split('/').length !== 5);
    expect(barrels).toEqual([]);
  });
});
