import { ConfigurationError, readConfig } from './config.js';

const good = { DATABASE_URL: 'postgres://crm@127.0.0.1/crm', JWT_SECRET: 'Vh2cQ7mLx0pTz9RkWb4Nf6Ys1Gd8Ja3E' };

describe('configuration', () => {
  it('has a default for everything that has a safe one', () => {
    expect(readConfig(good)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: '0',
      zone: 'Asia/Shanghai',
      redisUrl: undefined,
    });
  });

  it('names every bad value at once', () => {
    const attempt = () => readConfig({ ...good, PORT: '70000', JWT_SECRET: 'short', TZ_ZONE: 'Hainan/Haikou' });
    expect(attempt).toThrow(ConfigurationError);
    expect(attempt).toThrow(/PORT[\s\S]*JWT_SECRET[\s\S]*TZ_ZONE/);
  });

  it.each(['DATABASE_URL', 'JWT_SECRET'])('refuses to run without %s', (name) => {
    expect(() => readConfig({ ...good, [name]: '' }, ['JWT_SECRET'])).toThrow(`${name}: is missing`);
  });

  it('refuses a long key that is easy to guess', () => {
    expect(() => readConfig({ ...good, JWT_SECRET: 'x'.repeat(64) })).toThrow(/JWT_SECRET: is too easy to guess/);
  });

  it('takes the proxies in front by number or by address, not both', () => {
    expect(readConfig({ ...good, TRUST_PROXY_HOPS: '2' })).toMatchObject({ trustProxyHops: 2, trustProxyCidrs: [] });
    expect(readConfig({ ...good, TRUST_PROXY_CIDRS: '10.0.0.0/8, fd00::1' }).trustProxyCidrs).toEqual([
      '10.0.0.0/8',
      'fd00::1',
    ]);
    for (const wrong of ['everybody', '0.0.0.0/0', '10.0.0.0/33', '::/129'])
      expect(() => readConfig({ ...good, TRUST_PROXY_CIDRS: wrong })).toThrow('TRUST_PROXY_CIDRS');
    expect(() => readConfig({ ...good, TRUST_PROXY_HOPS: '1', TRUST_PROXY_CIDRS: '10.0.0.1' })).toThrow('not beside');
  });

  it('takes an empty variable for an absent one, as compose files write it', () => {
    expect(readConfig({ ...good, REDIS_URL: '' }).redisUrl).toBeUndefined();
  });
});
