import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '@crm/platform/config';
import helmet from 'helmet';
import { plainSecurityPolicy } from './content-security.js';

/**
 * The headers that helmet sets on responses that are not pages of the web. They never change, so they are computed
 * once.
 */
export function securityHeaders(config: Config): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: (name: string) => delete headers[name],
  };
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  })({} as IncomingMessage, answer as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error;
  });
  return { ...headers, 'Content-Security-Policy': plainSecurityPolicy };
}
