import { spawn } from 'node:child_process';

/**
 * Runs one of our scripts to its end.
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 */
export function runNode(file, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${file} ended with ${code}`))));
  });
}

/**
 * Waits until a server has started: its address answers, or it reports so itself.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} [address]
 */
export async function started(child, address) {
  if (!address) {
    await new Promise((resolve) => child.once('message', resolve));
    return child;
  }
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
}
