/** The same numbers on every machine and every day, so that demo data always look alike (mulberry32). */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    whole,
    /** A decimal text with that many places. */
    amount: (from: number, to: number, places: number): string => (from + next() * (to - from)).toFixed(places),
    pick: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T,
    odds: (probability: number): boolean => next() < probability,
  };
}

export type Chance = ReturnType<typeof chance>;
