import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface SmtpSink {
  readonly url: string;
  /** The Message-IDs of the accepted mails, in order: the receipts. */
  readonly taken: readonly string[];
  stop(): Promise<void>;
}

/** A mail server that keeps a receipt of every accepted mail and delivers none. */
export async function smtpSink(delayMs = 0): Promise<SmtpSink> {
  const taken: string[] = [];
  const server = createServer((socket) => talk(socket, taken, delayMs));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function talk(socket: Socket, taken: string[], delayMs: number): void {
  let unread = '';
  let message: string[] | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (message) {
      if (line !== '.') return void message.push(line);
      const id = /<([^>]+)>/.exec(message.find((one) => /^message-id:/i.test(one)) ?? '')?.[1] ?? 'none';
      message = undefined;
      taken.push(id);
      // Between accepting a mail and answering, nobody else knows about it.
      return void setTimeout(() => say('250 taken'), delayMs);
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') {
      message = [];
      return void say('354 go on');
    }
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    return void say(verb === 'EHLO' ? '250 sink' : '250 ok');
  };
  socket.on('error', () => undefined);
  socket.on('data', (part) => {
    unread += part.toString('utf8');
    const lines = unread.split('\r\n');
    unread = lines.pop() ?? '';
    lines.forEach(hear);
  });
  say('220 sink');
}
