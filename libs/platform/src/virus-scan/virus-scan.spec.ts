import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScannerAway, clamdScan } from './index.js';

/** Speaks clamd's protocol; what contains EICAR is infected. */
function clamd(answer?: string): Server {
  return createServer((socket) => {
    let sent = Buffer.alloc(0);
    socket.on('data', (part) => {
      sent = Buffer.concat([sent, part]);
      let content = Buffer.alloc(0);
      if (sent.subarray(0, 10).toString() !== 'zINSTREAM\0') return;
      for (let at = 10; at + 4 <= sent.length;) {
        const length = sent.readUInt32BE(at);
        if (length === 0) {
          socket.end(answer ?? (content.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0'));
          return;
        }
        if (at + 4 + length > sent.length) return;
        content = Buffer.concat([content, sent.subarray(at + 4, at + 4 + length)]);
        at += 4 + length;
      }
    });
  });
}

const listening = (server: Server, at: number | string): Promise<void> =>
  new Promise((resolve) => server.listen(at, () => resolve()));

describe('a virus scanner', () => {
  const servers: Server[] = [];
  afterAll(() => servers.forEach((server) => server.close()));
  const started = async (kind: 'tcp' | 'unix', answer?: string): Promise<string> => {
    const server = clamd(answer);
    servers.push(server);
    const path = join(mkdtempSync(join(tmpdir(), 'clamd-')), 'clamd.ctl');
    await listening(server, kind === 'unix' ? path : 0);
    const address = server.address();
    return typeof address === 'string' ? `unix://${address}` : `tcp://127.0.0.1:${address?.port}`;
  };

  it.each(['tcp', 'unix'] as const)('over %s names what it found, and passes what is clean', async (kind) => {
    const scan = clamdScan(await started(kind));
    expect(await scan(Buffer.from('X5O!P%@AP EICAR-STANDARD-ANTIVIRUS-TEST-FILE'))).toBe('Eicar-Signature');
    expect(await scan(Buffer.alloc(300_000, 'a'))).toBeUndefined();
    expect(await scan(Buffer.concat([Buffer.alloc(200_000, 'a'), Buffer.from('EICAR')]))).toBe('Eicar-Signature');
  });

  it('that refuses, or is not there, lets nothing pass', async () => {
    const full = clamdScan(await started('tcp', 'INSTREAM size limit exceeded. ERROR\0'));
    await expect(full(Buffer.from('a'))).rejects.toBeInstanceOf(ScannerAway);
    await expect(clamdScan('unix:///nowhere/clamd.ctl')(Buffer.from('a'))).rejects.toBeInstanceOf(ScannerAway);
  });
});
