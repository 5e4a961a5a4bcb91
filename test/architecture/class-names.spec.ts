import { filesBelow, textOf } from './source-files.js';

const WEB = 'apps/web/src/';

/** Floors that every page loads. */
const floors: readonly string[] = ['theme', 'parts', 'frame', 'verbs', 'reference'];

const placeOf = (path: string): string => path.slice(WEB.length).split('/')[0] as string;
const isRoom = (place: string): boolean => !floors.includes(place);
const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([A-Za-z_][\w-]*)/g)].map((match) => match[1] as string);

/** One line of a stylesheet's selectors, comments and at-rules left out. */
const rules = filesBelow(WEB, /\.css$/).flatMap((path) =>
  [
    ...textOf(path)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .matchAll(/([^{}]+)\{/g),
  ]
    .flatMap((match) => (match[1] as string).split(/,(?![^(]*\))/))
    .map((selector) => selector.trim())
    .filter((selector) => !/^(@|from$|to$|\d+%$|$)/.test(selector))
    .map((selector) => ({ path, place: placeOf(path), selector, head: classesOf(selector.split(/[\s>+~]/)[0]!)[0] })),
);

/** Class → the places whose stylesheets begin a selector with it. */
const heads = new Map<string, Set<string>>();
for (const { head, place } of rules) if (head) heads.set(head, (heads.get(head) ?? new Set()).add(place));

/** The classes that an element can get: every quoted word of a className. */
const named = filesBelow(WEB, /\.tsx$/).flatMap((path) =>
  [...textOf(path).matchAll(/[cC]lassName=(?:"([^"]*)"|\{((?:[^{}]|\{[^{}]*\})*)\})/g)].flatMap(([, plain, coded]) =>
    (plain ?? [...(coded ?? '').matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, one, two]) => one ?? two).join(' '))
      .split(/[\s${}]+/)
      .map((name) => ({ path, place: placeOf(path), name })),
  ),
);

// A page brings its stylesheet when it is opened, and the stylesheet stays: a page opened before must not restyle it.
describe('class names of the web', () => {
  it('finds stylesheets and names', () => {
    expect(rules.length).toBeGreaterThan(500);
    expect(named.length).toBeGreaterThan(500);
  });

  it('begin the selectors of one room only', () => {
    const shared = [...heads].filter(
      ([, places]) => [...places].filter(isRoom).length > 1 && ![...places].some((place) => !isRoom(place)),
    );
    expect(shared.map(([name, places]) => `${name}: ${[...places].join(', ')}`)).toEqual([]);
  });

  it('a room restyles a part only inside or beside something of its own', () => {
    const loud = rules.filter(
      ({ place, selector }) =>
        isRoom(place) &&
        classesOf(selector)
          .filter((name) => !name.startsWith('Mui'))
          .every((name) => [...(heads.get(name) ?? [])].some((other) => !isRoom(other))),
    );
    expect(loud.map(({ path, selector }) => `${path}: ${selector}`)).toEqual([]);
  });

  it('are styled by their own room, or by a floor that every page has', () => {
    const borrowed = named.filter(({ name, place }) => {
      const places = heads.get(name);
      return places && ![...places].some((one) => one === place || !isRoom(one));
    });
    expect(borrowed.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });
});
