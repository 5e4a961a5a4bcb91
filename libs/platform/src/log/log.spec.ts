import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from './index.js';

describe('the log', () => {
  it('writes JSON lines without secrets', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crm-log-'));
    const fd = openSync(join(folder, 'log'), 'a');
    createLogger('spec', 'info', fd).info({ password: 'hush', deep: { token: 'hush' } }, 'said\n"twice"');
    const [line = '', rest] = readFileSync(join(folder, 'log'), 'utf8').split('\n');
    expect(JSON.parse(line)).toMatchObject({ process: 'spec', msg: 'said\n"twice"' });
    expect(line).not.toContain('hush');
    expect(rest).toBe('');
    closeSync(fd);
    rmSync(folder, { recursive: true });
  });

  // Linux answers every write to /dev/full as a full disk does.
  (existsSync('/dev/full') ? it : it.failing)('survives a full disk', () => {
    const fd = openSync('/dev/full', 'w');
    const log = createLogger('spec', 'info', fd);
    expect(() => {
      for (let line = 0; line < 100; line++) log.info({ line }, 'lost');
    }).not.toThrow();
    closeSync(fd);
  });
});
