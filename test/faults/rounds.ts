import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DoseReport, DoseWishes } from './dose.js';

const ROOT = resolve(__dirname, '../..');
/** A slow start, or a machine that stood still, spoils one round and is tried again. */
const ATTEMPTS = 3;

/** A round that came to its end, as one line of the file. */
export interface Round {
  readonly round: number;
  readonly report: DoseReport;
}

export interface Rounds {
  readonly done: readonly Round[];
  /** Rounds that did not come to their end, each with why. */
  readonly broken: readonly string[];
}

/**
 * A large dose is taken in rounds, each with its own servers. What is done stands on disk: a run that ended early goes
 * on from there, as long as the code is the same. The caller removes the file once it has judged a whole dose.
 */
export async function inRounds(
  name: string,
  count: number,
  wishes: DoseWishes,
  take: (wishes: DoseWishes) => Promise<DoseReport>,
  tell: (line: string) => void,
): Promise<Rounds> {
  const done = [...kept(name)];
  const broken: string[] = [];
  for (let round = 0; round < count; round++) {
    if (done.some((one) => one.round === round)) continue;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        const report = await take({ ...wishes, seed: wishes.seed + round });
        done.push({ round, report });
        keep(name, { round, report });
        tell(`round ${round + 1} of ${count}: ${report.seconds} s`);
        break;
      } catch (error) {
        const why = `round ${round + 1}, attempt ${attempt}: ${String(error).split('\n')[0]}`;
        tell(why);
        if (attempt === ATTEMPTS) broken.push(why);
      }
    }
  }
  return { done, broken };
}

/** Where the rounds of this code stand. */
const fileOf = (name: string): string => join(ROOT, 'test/.tmp/doses', `${name}-${codeNow()}.jsonl`);

function codeNow(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}

function kept(name: string): Round[] {
  const file = fileOf(name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Round);
}

function keep(name: string, round: Round): void {
  const file = fileOf(name);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(round)}\n`);
}

export const forgetRounds = (name: string): void => rmSync(fileOf(name), { force: true });
