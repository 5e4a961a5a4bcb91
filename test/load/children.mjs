import { spawn } from 'node:child_process';

/** Runs a script of ours to its end. @param {string} file @param {NodeJS.ProcessEnv} env */
export function runNode(file, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${file} ended with ${code}`))));
  });
}

/**
 * A server is started when its address answers, or when it says so itself.
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
