import type { Lane } from '../queue/index.js';

/** Jobs of one process at a time, per lane. */
export const LANES: Readonly<Record<Lane, { concurrency: number }>> = {
  quick: { concurrency: 8 },
  heavy: { concurrency: 1 },
};

export const lanes = Object.keys(LANES) as Lane[];
