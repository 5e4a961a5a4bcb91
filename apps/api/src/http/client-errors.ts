import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { plainFault, problemOf } from './problem.js';

const STATUS: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
const REASON: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Node's parser refuses such input before there is a request. So the problem is written directly to the socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const status = STATUS[error.code ?? ''] ?? 400;
  const body = JSON.stringify(problemOf(plainFault(status, 'request.malformed'), 'zh', '/', randomUUID()));
  if (socket.writable)
    socket.write(
      [
        `HTTP/1.1 ${status} ${REASON[status]}`,
        'Content-Type: application/problem+json; charset=utf-8',
        'Content-Language: zh',
        'X-Content-Type-Options: nosniff',
        'Cache-Control: no-store',
        'Connection: close',
        `Content-Length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    );
  socket.destroySoon();
}
