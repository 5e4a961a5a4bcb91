/**
 * Stands for zod in the browser. Of a declared route the browser takes method and path; the shapes are the server's to
 * check (every answer to a wrong
 * one comes back with its field and sentence), and checking them here too would be a quarter of a hundred kB of every
 * first load. Whatever a declaration
 * builds with it is this same thing, which can be called and read for ever and is nothing.
 */
const unasked: unknown = new Proxy(() => unasked, {
  get: (_, key): unknown => (key === Symbol.toPrimitive ? () => '' : unasked),
  apply: () => unasked,
});

export const z = unasked;
