import { median } from './measure.mjs';

/** @typedef {import('./measure.mjs').Turn} Turn */

/**
 * Requests per second, with one decimal below 100.
 * @param {number} value
 */
const rate = (value) => value.toFixed(value < 100 ? 1 : 0);
/** @param {number} value */
const ratio = (value) => value.toFixed(value < 10 ? 2 : 1);
/** @param {readonly number[]} values @param {(value: number) => string} text */
const spread = (values, text) => {
  const middle = text(median(values));
  return values.length === 1 ? middle : `${middle} (${text(Math.min(...values))}–${text(Math.max(...values))})`;
};
/** @param {readonly Turn[]} turns @param {keyof Turn} what */
const middle = (turns, what) => median(turns.map((turn) => turn[what]));
/** @param {readonly Turn[]} turns */
const failures = (turns) => turns.reduce((sum, turn) => sum + turn.failed, 0);
/** @param {readonly Turn[]} turns */
const cpu = (turns) => middle(turns, 'serverCpu') + middle(turns, 'postgresCpu');

const HEAD = [
  '工作 work',
  '产品 product req/s',
  'p50 / p99 ms',
  'CPU ms 接口 API + PG',
  '裸 bare req/s',
  'p50 / p99 ms',
  'CPU ms',
  '比值 ratio',
  '目标 goal',
  'CPU 比值 by CPU',
  '失败 failed',
];

/** @param {readonly string[]} cells */
const line = (cells) => console.log(`| ${cells.join(' | ')} |`);

export function printHead() {
  console.log('');
  line(HEAD);
  line(HEAD.map(() => '---'));
}

/**
 * Prints a row as soon as its result is known. Returns the number of failed requests of the product.
 * @param {{ name: string, goal: string, ours: Turn[], theirs: Turn[] }} row
 */
export function printRow({ name, goal, ours, theirs }) {
  const side = (/** @type {Turn[]} */ turns) => [
    spread(
      turns.map((turn) => turn.rate),
      rate,
    ),
    `${middle(turns, 'p50')} / ${middle(turns, 'p99')}`,
    `${middle(turns, 'serverCpu').toFixed(2)} + ${middle(turns, 'postgresCpu').toFixed(2)}`,
  ];
  const ratios = ours.map((turn, round) => turn.rate / theirs[round].rate);
  line([
    name,
    ...side(ours),
    ...side(theirs),
    spread(ratios, ratio),
    goal,
    ratio(cpu(theirs) / cpu(ours)),
    `${failures(ours)} / ${failures(theirs)}`,
  ]);
  return failures(ours);
}

/**
 * @typedef {{ ours: { seconds: number, checkSeconds: number }, theirs: { seconds: number } }} Trip
 * @param {{ rows: number, written: number, trips: Trip[] }} work
 */
export function printImport({ rows, written, trips }) {
  const seconds = (/** @type {number} */ value) => `${value.toFixed(2)} s`;
  const ours = trips.map((trip) => trip.ours.seconds);
  const theirs = trips.map((trip) => trip.theirs.seconds);
  line([
    `W6 导入 import of ${rows} rows, ${written} 合同 contracts`,
    spread(ours, seconds),
    `核对 check ${seconds(median(trips.map((trip) => trip.ours.checkSeconds)))}`,
    '',
    spread(theirs, seconds),
    '',
    '',
    spread(
      ours.map((value, trip) => theirs[trip] / value),
      ratio,
    ),
    '≥ 0.6',
    '',
    '',
  ]);
}

/** @param {{ rounds: number, seconds: number, cores: number, resident: number, minutes: number }} run */
export function printFoot({ rounds, seconds, cores, resident, minutes }) {
  console.log(`\nAPI 常驻内存 resident after the load: ${resident} MB (目标 goal ≤ 200)`);
  console.log(
    `${rounds} × ${seconds} s 交替 in turns, 10 connections (W5 live: 2), ${cores} cores, PostgreSQL 落盘 durable, ${minutes.toFixed(0)} min`,
  );
}
