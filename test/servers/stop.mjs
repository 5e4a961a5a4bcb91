/**
 * Jest's globalTeardown: only the run that started the servers stops them. The guard stops them, as it does after a
 * kill.
 */
export default async function stopServers() {
  const servers = globalThis.__testServers;
  if (!servers) return;
  globalThis.__testServers = undefined;
  delete process.env.TEST_DATABASE_URL;
  delete process.env.TEST_OWNER_DATABASE_URL;
  delete process.env.TEST_RUNTIME_DATABASE_URL;
  delete process.env.TEST_AUDIT_KEY;
  delete process.env.TEST_REDIS_URL;
  delete process.env.TEST_DATA_DIR;
  delete process.env.TEST_BROWSER;
  await servers.browser?.close();
  servers.guard.dismiss();
}
