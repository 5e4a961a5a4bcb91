const browsers: readonly (readonly [name: string, mark: RegExp])[] = [
  ['微信', /MicroMessenger/],
  ['Edge', /Edg(?:A|iOS)?\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrom(?:e|ium)|CriOS/],
  ['Safari', /Safari/],
];
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Windows', /Windows/],
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
];

const first = (marks: typeof browsers, client: string): string | null =>
  marks.find(([, mark]) => mark.test(client))?.[0] ?? null;

/** Browser and system of a User-Agent; null if it names none that people know. */
export const clientIn = (client: string): { browser: string | null; system: string | null } => ({
  browser: first(browsers, client),
  system: first(systems, client),
});
