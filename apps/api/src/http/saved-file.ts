import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Buffer | Readable;
}

/**
 * Always sent as an attachment: no script inside a file may run under our origin. RFC 6266: the name in UTF-8, with a
 * plain name for old clients.
 */
export function savedFile(reply: FastifyReply, { name, mediaType, bytes, content }: SavedFile): StreamableFile {
  reply.header('X-Content-Type-Options', 'nosniff');
  reply.header('Content-Security-Policy', "default-src 'none'; sandbox");
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  const options = {
    type: mediaType,
    length: bytes,
    disposition: `attachment; filename="file${extension}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  };
  return Buffer.isBuffer(content) ? new StreamableFile(content, options) : new StreamableFile(content, options);
}
