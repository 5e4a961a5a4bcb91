import { dirname, posix } from 'node:path';
import { filesBelow, importsOf } from './source-files.js';

/** Open to every room: values and words of the domain, the shape of the wire, who acts and how rows are read. */
const foundations: readonly string[] = [
  ...['refusal', 'texts', 'quantities', 'days', 'lifecycle', 'due'],
  ...['wire', 'permissions', 'access', 'sentences', 'choices'],
  ...['data-access', 'trail'],
];

/** They put the rooms together, so they may use any; no room uses them. */
const composition: readonly string[] = ['operations', 'seed', 'migrations', 'tables', 'catalogue', 'routes'];

/** What each room may stand on besides the foundations, on whichever floor. What is not listed is not allowed. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  approvals: [],
  audit: ['enterprises'],
  enterprises: ['parks'],
  events: [],
  parks: [],
  quotas: [],
  reminders: [],
  standards: [],
  configuration: ['parks', 'reminders', 'standards'],
  files: ['enterprises'],
  leads: ['enterprises'],
  search: ['enterprises', 'leads'],
  secretaries: ['enterprises'],
  contracts: ['approvals', 'enterprises', 'files', 'parks', 'standards'],
  lights: ['contracts'],
  assessments: ['contracts', 'standards'],
  portfolio: ['assessments', 'contracts', 'standards'],
  commitments: ['assessments', 'contracts', 'enterprises', 'files', 'standards'],
  decisions: ['approvals', 'assessments', 'commitments', 'contracts', 'files', 'portfolio', 'standards'],
  progress: ['approvals', 'assessments', 'contracts', 'enterprises', 'files'],
  supplements: ['approvals', 'commitments', 'contracts', 'decisions', 'enterprises', 'files', 'standards'],
  corrections: ['approvals', 'commitments', 'contracts', 'files', 'supplements'],
  timeline: ['contracts', 'files', 'supplements'],
  imports: ['commitments', 'contracts', 'corrections', 'enterprises', 'files', 'standards', 'supplements'],
  merging: ['contracts', 'enterprises', 'leads', 'per-mu-classes', 'secretaries'],
  // It reads a sheet of values as an import reads one.
  'per-mu-classes': ['assessments', 'contracts', 'enterprises', 'files', 'imports'],
};

/** Rooms whose rules or wire shapes stand in another room of the floors below. */
const rulesOf: Readonly<Record<string, string>> = {
  assessments: 'commitments',
  portfolio: 'commitments',
  choices: 'per-mu-classes',
};

const floors = ['domain', 'api-contract', 'server'] as const;

const filesOf = (floor: string): string[] =>
  filesBelow(`libs/${floor}/src`, /\.ts$/).filter((path) => !/\.(spec|db-spec|example)\.ts$/.test(path));
const roomOf = (path: string): string => path.split('/')[3] as string;

/** The description of a table: any room may read a table by it (docs/adr/0002). Only the room of the table writes. */
const isTable = (target: string): boolean => target.endsWith('.entity.js');

/** The rooms a file imports, other than its own. */
function roomsUsed(path: string): string[] {
  const room = roomOf(path);
  return importsOf(path)
    .flatMap((target) => {
      if (isTable(target)) return [];
      const below = /^@crm\/(?:domain|api-contract|server)\/(.+)$/.exec(target)?.[1];
      if (below) return below === rulesOf[room] ? [] : [below];
      return target.startsWith('.') ? [roomOf(posix.join(dirname(path), target))] : [];
    })
    .filter((used) => used !== room);
}

describe.each(floors)('rooms of libs/%s', (floor) => {
  const files = filesOf(floor);
  const rooms = [...new Set(files.map(roomOf))].filter((room) => !composition.includes(room));

  it.each(rooms)('%s stands only on rooms below it', (room) => {
    const open = new Set([...foundations, ...(mayUse[room] ?? [])]);
    const faults = files
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        roomsUsed(path)
          .filter((used) => !open.has(used))
          .map((used) => `${path} uses ${used}`),
      );
    expect(faults).toEqual([]);
  });
});

describe('the description of a table', () => {
  it('uses words of the floors below and other descriptions, no rule of any room', () => {
    const faults = filesBelow('libs/server/src', /\.entity\.ts$/).flatMap((path) =>
      importsOf(path)
        .filter((target) => !/^@crm\/(?:domain|api-contract|platform)\//.test(target) && !isTable(target))
        .filter((target) => !['zod', '../data-access/index.js', '../due/index.js'].includes(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('the table of rooms', () => {
  const rooms = new Set(floors.flatMap((floor) => filesOf(floor).map(roomOf)));

  it('lists every room there is, and no other', () => {
    expect([...Object.keys(mayUse), ...foundations, ...composition].sort()).toEqual([...rooms].sort());
  });

  it('has no circle', () => {
    const standing = new Set(foundations);
    let left = Object.keys(mayUse);
    for (let before = -1; before !== left.length;) {
      before = left.length;
      for (const room of left) if (mayUse[room]?.every((used) => standing.has(used))) standing.add(room);
      left = left.filter((room) => !standing.has(room));
    }
    expect(left).toEqual([]);
  });
});

describe('a room has one entrance', () => {
  const files = [...floors, 'platform']
    .flatMap((floor) => filesBelow(`libs/${floor}/src`, /\.ts$/))
    .filter((path) => !/\.(db-spec|example)\.ts$/.test(path) && !path.includes('/migrations/'));

  it('nobody reaches past the index of another room', () => {
    const faults = files.flatMap((path) =>
      importsOf(path)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(dirname(path), target))
        .filter(
          (target) =>
            target.split('/')[3] !== path.split('/')[3] &&
            !target.includes('/migrations/') &&
            !isTable(target) &&
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
