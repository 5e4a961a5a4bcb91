import { connect, type Socket } from 'node:net';

/** The name of what was found; undefined: nothing. Throws `ScannerAway` if it could not be scanned. */
export type VirusScan = (content: Buffer) => Promise<string | undefined>;

export class ScannerAway extends Error {}

const CHUNK = 64 * 1024;
const PATIENCE_MS = 30_000;

/** Asks clamd with its INSTREAM command. `tcp://host:port` or `unix:///path`. */
export const clamdScan =
  (url: string): VirusScan =>
  async (content) => {
    const answer = (await asked(url, content)).replace(/\0/g, '').trim();
    if (/: OK$/.test(answer)) return undefined;
    const found = /: (.+) FOUND$/.exec(answer)?.[1];
    if (found) return found;
    throw new ScannerAway(`clamd answered: ${answer.slice(0, 200)}`);
  };

function asked(url: string, content: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connected(url);
    let answer = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new ScannerAway('clamd is silent')));
    socket.on('data', (part) => (answer += part.toString('utf8')));
    socket.on('error', (error) => (answer === '' ? reject(new ScannerAway(error.message)) : resolve(answer)));
    socket.on('close', () => (answer === '' ? reject(new ScannerAway('clamd hung up')) : resolve(answer)));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < content.length; at += CHUNK) {
        const chunk = content.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}

const lengthOf = (chunk: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
};

function connected(url: string): Socket {
  if (url.startsWith('unix://')) return connect(url.slice('unix://'.length));
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}
