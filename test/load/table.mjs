/** Requests a second; where there are few, a tenth counts. @param {number} value */
export const rate = (value) => value.toFixed(value < 100 ? 1 : 0);

/**
 * One table, ratios to the bare server of the same run. CPU is what a request costs the server and PostgreSQL: the
 * steadiest figure on a busy machine.
 */
export function printTable(rows, { rounds, seconds, cores, resident }) {
  const ms = (value) => value.toFixed(2);
  console.log(
    `\n| 工作 work | 产品 product req/s | p50 / p99 ms | CPU ms 接口 + PG | 裸 bare req/s | p50 / p99 ms | CPU ms | 产品 ÷ 裸 ratio |`,
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const { name, ours, theirs } of rows) {
    console.log(
      `| ${name} | ${rate(ours.rate)} | ${ours.p50} / ${ours.p99} | ${ms(ours.serverCpu)} + ${ms(ours.postgresCpu)} | ${rate(theirs.rate)} | ${theirs.p50} / ${theirs.p99} | ${ms(theirs.serverCpu)} + ${ms(theirs.postgresCpu)} | ${(ours.rate / theirs.rate).toFixed(2)} |`,
    );
  }
  console.log(
    `\n${rounds} × ${seconds} s 交替 interleaved, 10 connections (W5 live: 2), ${cores} cores, PostgreSQL 落盘 durable; API ${resident} MB`,
  );
}
