import type { Config } from '@crm/platform/config';

/**
 * Whose X-Forwarded-* headers are believed. With a number exactly so many: whatever a client wrote further left in the
 * header is its own claim. Fastify itself takes a plain number for nobody.
 */
export function trustedProxies({
  trustProxyHops: hops,
  trustProxyCidrs: ranges,
}: Pick<Config, 'trustProxyHops' | 'trustProxyCidrs'>): false | string[] | ((address: string, hop: number) => boolean) {
  if (ranges.length > 0) return [...ranges];
  return hops > 0 && ((_address, hop) => hop < hops);
}
