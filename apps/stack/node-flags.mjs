// How Node runs what was built. docker/Dockerfile says the same.

/**
 * V8's settings for memory. The API keeps little after a request, and the worker little after a page, so the young
 * generation is small, and the old one is cleaned each time it has grown by half. With them the API uses about 200 MB
 * under load; with Node's defaults, more than 300 MB (`npm run bench`). So does the worker when it plans the reminders
 * of a large zone (`test/load/planning.mjs`).
 */
export const SERVER_FLAGS = ['--max-semi-space-size=8', '--initial-old-space-size=64', '--heap-growing-percent=50'];
