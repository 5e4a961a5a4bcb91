// Real servers start and stop here, on machines that do other things too. How long that takes says nothing about the
// product, so every wait is for a condition. These ceilings only end a wait that would be endless.

/** `npm run deep` takes the full dose of what `npm test` takes a little of. */
export const FULL_DOSE = process.env.DOSE === 'full';

/** One thing that is waited for. `PATIENCE=25` makes it 25 seconds: to see soon which wait of a journey is endless. */
export const WAIT_MS = (Number(process.env.PATIENCE) || (FULL_DOSE ? 30 : 5) * 60) * 1_000;
/** One test with all that it waits for. */
const TEST_MS = (FULL_DOSE ? 180 : 20) * 60_000;

jest.setTimeout(TEST_MS);

/** What `look` finds once it finds something. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  what = String(look),
): Promise<Exclude<T, false | null | undefined>> {
  for (const end = Date.now() + WAIT_MS; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const seen = await look();
    if (seen) return seen as Exclude<T, false | null | undefined>;
    if (Date.now() > end) throw new Error(`waited ${WAIT_MS / 1_000} s for: ${what}`);
  }
}
