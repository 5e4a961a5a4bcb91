import type { Config } from '@crm/platform/config';

/**
 * Whose X-Forwarded-* headers are trusted. A number trusts exactly that many proxies: a client can write anything
 * further left in the header. For Fastify itself a plain number trusts nobody.
 */
export function trustedProxies({
  trustProxyHops: hops,
  trustProxyCidrs: ranges,
}: Pick<Config, 'trustProxyHops' | 'trustProxyCidrs'>): false | string[] | ((address: string, hop: number) => boolean) {
  if (ranges.length > 0) return [...ranges];
  return hops > 0 && ((_address, hop) => hop < hops);
}
