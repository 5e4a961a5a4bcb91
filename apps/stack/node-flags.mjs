// How Node runs what was built. docker/Dockerfile says the same.

export const NODE_FLAGS = ['--enable-source-maps'];

/**
 * A request leaves nothing behind. A small nursery, and an old space that is cleared when it has grown by half, keep the
 * API at about 200 MB under load; as Node comes it lets 300 MB gather first (`npm run bench`).
 */
export const API_FLAGS = [
  ...NODE_FLAGS,
  '--max-semi-space-size=8',
  '--initial-old-space-size=64',
  '--heap-growing-percent=50',
];
