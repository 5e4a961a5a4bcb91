import { createServer, type Server } from 'node:net';

export interface Clamd {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server that speaks clamd's INSTREAM; what contains EICAR is infected. */
export async function clamdServer(): Promise<Clamd> {
  const server: Server = createServer((socket) => {
    let sent = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      sent = Buffer.concat([sent, part]);
      // The stream ends with a chunk of length nought.
      if (sent.length >= 14 && sent.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(sent.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
