import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { sentenceFor } from '@crm/api-contract/sentences';
import { Administrator, ZoneNames } from '@crm/api-contract/zone';
import { isRefusal } from '@crm/domain/refusal';
import { readConfig } from '@crm/platform/config';
import { createLogger } from '@crm/platform/log';
import { openDatabase } from '@crm/server/operations';
import { createAdministrator } from '@crm/server/zone';
import { faultsOf } from './http/read-input.js';

const USAGE = `用法 · usage:
  node apps/api/dist/create-admin.js --username luwen --name 陆闻 [--zone 名称 --zone-en Name --zone-short 简称]
口令从标准输入读，一行。 · The password is read from standard input, one line.
`;

/** Makes an administrator at the server (docs/operations.md). The password is never an argument: others see those. */
const { values } = parseArgs({
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    zone: { type: 'string' },
    'zone-en': { type: 'string' },
    'zone-short': { type: 'string' },
  },
});
const { username, name, zone, 'zone-en': nameEn, 'zone-short': shortName } = values;
const zoneGiven = [zone, nameEn, shortName].filter(Boolean).length;
if (!username || !name || (zoneGiven !== 0 && zoneGiven !== 3)) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const config = readConfig(undefined, ['AUDIT_KEY']);
const asked = Administrator.safeParse({ username, name, password: await typedPassword() });
const names = zoneGiven === 0 ? undefined : ZoneNames.safeParse({ name: zone, nameEn, shortName });
const issues = [...(asked.error?.issues ?? []), ...(names?.error?.issues ?? [])];
for (const fault of issues.flatMap((issue) => faultsOf(issue, ''))) tell(fault.code, fault.params, fault.pointer);
if (!asked.success || issues.length > 0) process.exit(1);
const database = await openDatabase(config, createLogger('create-admin', config.logLevel), 'crm-create-admin');
try {
  await createAdministrator(database, { ...asked.data, ...(names?.success ? { zone: names.data } : {}) });
  process.stdout.write(`管理员 ${username} 已建立，可以登录 · The administrator ${username} can sign in\n`);
} catch (error) {
  if (!isRefusal(error)) throw error;
  tell(error.code, error.facts);
  process.exitCode = 1;
} finally {
  await database.dataSource.destroy();
}

/** A refusal, in both languages. */
function tell(code: string, facts: Readonly<Record<string, unknown>> = {}, pointer = ''): void {
  for (const locale of ['zh', 'en'] as const)
    process.stderr.write(`${pointer && `${pointer}: `}${sentenceFor(code, facts, locale)}\n`);
}

/** Not shown while it is typed. */
async function typedPassword(): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const shown = process.stdin.isTTY === true;
  if (shown) process.stderr.write('口令 · Password: ');
  const lines = createInterface({ input: process.stdin, output: silent, terminal: shown });
  const { value } = await lines[Symbol.asyncIterator]().next();
  lines.close();
  if (shown) process.stderr.write('\n');
  return String(value ?? '');
}
