// `npm run faults` runs the full dose: 10,000 reminders, 200 killed workers, 20 emptied queues, 20 killed databases. It
// takes about half an hour and ends with one table.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('../run.mjs', import.meta.url));
const child = spawn(process.execPath, [run, 'faults', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, FAULT_DOSE: 'full' },
});
child.once('close', (code) => process.exit(code ?? 1));
