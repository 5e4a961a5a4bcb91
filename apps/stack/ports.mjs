import { createServer } from 'node:net';

/**
 * Tries to listen. Returns the port, or undefined if it is taken.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<number | undefined>}
 */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** A free port on the loopback interface. */
export async function freePort() {
  const port = await listenOnce(0, '127.0.0.1');
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

/**
 * Whether the port is free on every address. A server on 127.0.0.1 alone would also intercept the browser.
 * @param {number} port
 */
export async function isFree(port) {
  return (await listenOnce(port, '127.0.0.1')) !== undefined && (await listenOnce(port)) !== undefined;
}

/**
 * The first free port from `first` on.
 * @param {number} first
 * @param {number} [tries]
 * @returns {Promise<number | undefined>}
 */
export async function nextFree(first, tries = 50) {
  for (let port = first; port < first + tries && port < 65_536; port += 1) if (await isFree(port)) return port;
  return undefined;
}
