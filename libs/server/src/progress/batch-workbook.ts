import { numbered, type Locale } from '@crm/api-contract/sentences';
import { batchTotals, batches, type Batch, type BatchRow, type Period } from '@crm/domain/progress';
import { plain } from '@crm/domain/quantities';
import { writeInThread, type WrittenCell } from '@crm/platform/spreadsheet';
import type { AboutSigned } from './four-batches.store.js';

const words = {
  zh: {
    title: '四个一批',
    batch: { signed: '签约一批', started: '开工一批', completed: '竣工一批', 'in-production': '投产一批' },
    role: { counted: '计入', increase: '增资（只计增量）', repeated: '重复签约（不计）', apart: '框架、意向（另列）' },
    head: ['批次', '项目', '企业', '园区', '产业', '合同编号', '日期', '金额（万元）', '口径'],
    sum: (count: number) => `合计 ${count} 个项目`,
  },
  en: {
    title: 'Four batches',
    batch: { signed: 'Signed', started: 'Started', completed: 'Completed', 'in-production': 'In production' },
    role: {
      counted: 'counted',
      increase: 'increase, increment alone',
      repeated: 'signed once already, not counted',
      apart: 'framework or intent, apart',
    },
    head: ['Batch', 'Project', 'Enterprise', 'Park', 'Industry', 'Contract', 'Day', 'Amount (万元)', 'How it counts'],
    sum: (count: number) => numbered(`Total, ${count} project(s)`),
  },
} as const;

/** One sheet: each batch with its sum and its rows. Every cell is text. */
export async function batchWorkbook(
  { from, to }: Period,
  found: Readonly<Record<Batch, readonly BatchRow[]>>,
  about: ReadonlyMap<string, AboutSigned>,
  locale: Locale,
): Promise<{ fileName: string; content: Buffer }> {
  const say = words[locale];
  const head = say.head.map((text): WrittenCell => ({ text, mark: 'header' }));
  const rows = batches.flatMap((batch) => {
    const { count, amountWan } = batchTotals(found[batch]);
    const sum = [say.batch[batch], say.sum(count), '', '', '', '', `${from} – ${to}`, plain(amountWan), ''].map(
      (text): WrittenCell => ({ text, mark: 'header' }),
    );
    return [
      sum,
      ...found[batch].map((row) => {
        const contract = about.get(row.id)!;
        return [
          say.batch[batch],
          contract.projectName,
          contract.enterpriseName,
          contract.parkName,
          contract.industryName,
          contract.contractNumber,
          row.on,
          plain(row.amountWan),
          say.role[row.role],
        ].map((text): WrittenCell => ({ text }));
      }),
    ];
  });
  return {
    fileName: `${say.title} ${from} ${to}.xlsx`,
    content: await writeInThread({
      name: say.title,
      rows: [head, ...rows],
      widths: [12, 30, 30, 18, 14, 16, 24, 16, 24],
      headerRows: 1,
    }),
  };
}
