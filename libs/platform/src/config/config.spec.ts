import { ConfigurationError, readConfig } from './config.js';

const good = { DATABASE_URL: 'postgres://crm@127.0.0.1/crm', JWT_SECRET: 'x'.repeat(32) };

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

  it('takes an empty variable for an absent one, as compose files write it', () => {
    expect(readConfig({ ...good, REDIS_URL: '' }).redisUrl).toBeUndefined();
  });
});
