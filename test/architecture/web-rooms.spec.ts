import { dirname, posix } from 'node:path';
import { filesBelow, importsOf } from './source-files.js';

const WEB = 'apps/web/src/';

/** The floors of the web, from the ground up; a file stands on its own floor and on those below it. */
const floors: readonly (readonly string[])[] = [
  ['theme', 'i18n'],
  ['providers'],
  ['parts'],
  ['verbs', 'reference'],
  ['frame'],
];

/** The rooms, from the ground up: a room may use those before it. So there is no circle, and no arrow back up. */
const rooms: readonly string[] = [
  'portfolio',
  'contracts',
  'files',
  'commitments',
  'decisions',
  'supplements',
  'corrections',
  'approvals',
  'progress',
  'reminders',
  'timeline',
  'overview',
  'contract-page',
  'standards',
  'parks',
  'imports',
  'leads',
  'enterprises',
  'lights',
  'per-mu-classes',
  'secretaries',
  'people',
  'access',
  'audit',
  'home',
  'showcase',
];

/** What puts the rooms together: main.tsx and app/. */
const APP = 'app';

const inside = (path: string): string => path.slice(WEB.length);
const placeOf = (path: string): string => (inside(path).includes('/') ? (inside(path).split('/')[0] as string) : APP);

/** 0 to 4: the floors; from 5 on: the rooms; last of all what puts them together. */
function heightOf(place: string): number {
  const floor = floors.findIndex((names) => names.includes(place));
  if (floor >= 0) return floor;
  const room = rooms.indexOf(place);
  return place === APP ? floors.length + rooms.length : room < 0 ? NaN : floors.length + room;
}

const files = filesBelow(WEB, /\.tsx?$/);
const arrows = files.flatMap((from) =>
  importsOf(from)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({ from, to: posix.join(dirname(from), target) }))
    .filter(({ to }) => placeOf(to) !== placeOf(from)),
);
const said = ({ from, to }: { from: string; to: string }) => `${inside(from)} → ${inside(to)}`;

describe('the floors and rooms of apps/web', () => {
  it('each folder is one of them', () => {
    const places = [...new Set(files.map(placeOf))];
    expect(places.filter((place) => Number.isNaN(heightOf(place)))).toEqual([]);
    expect([...rooms, ...floors.flat()].filter((place) => !places.includes(place))).toEqual([]);
  });

  it('no arrow leads back up, and none in a circle', () => {
    const up = arrows.filter(({ from, to }) => !(heightOf(placeOf(to)) < heightOf(placeOf(from))));
    expect(up.map(said)).toEqual([]);
  });

  it('nobody reaches past the index of another room', () => {
    const deep = arrows.filter(
      ({ from, to }) =>
        placeOf(from) !== APP && rooms.includes(placeOf(to)) && inside(to) !== `${placeOf(to)}/index.js`,
    );
    expect(deep.map(said)).toEqual([]);
  });

  it('what puts them together knows of a room its door to the frame and its words', () => {
    const deep = arrows.filter(
      ({ from, to }) =>
        placeOf(from) === APP &&
        rooms.includes(placeOf(to)) &&
        inside(to) !== `${placeOf(to)}/room.js` &&
        !/\.(?:zh|en)\.js$/.test(to),
    );
    expect(deep.map(said)).toEqual([]);
  });

  it('there is no other barrel', () => {
    expect(files.filter((path) => /\/index\.tsx?$/.test(path) && inside(path).split('/').length !== 2)).toEqual([]);
  });
});
