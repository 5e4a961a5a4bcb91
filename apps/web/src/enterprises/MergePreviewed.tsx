import type { AlongRecord, Enterprise, MergedRecord } from '@crm/api-contract/enterprises';
import type { MergePreview } from '@crm/api-contract/merging';
import { enterpriseMerges } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { dayOf } from '../parts/text/days.js';
import { NONE } from '../parts/text/numbers.js';
import { useAsk } from '../providers/useAsk.js';
import { MergeNotices } from './MergeNotices.js';

const FACTS: readonly (readonly [label: string, value: (firm: Enterprise) => string | null])[] = [
  ['resources.enterprises.fields.name', (firm) => firm.name],
  ['resources.enterprises.fields.creditCode', (firm) => firm.creditCode],
  ['resources.enterprises.fields.shortName', (firm) => firm.shortName],
  ['enterprises.park', (firm) => firm.parkName],
  ['enterprises.industry', (firm) => firm.industryName],
  ['resources.enterprises.fields.address', (firm) => firm.address],
  ['resources.enterprises.fields.createdAt', (firm) => dayOf(new Date(firm.createdAt))],
];

/** What the merge would do, or why it is refused. The server has tried it and rolled it back. */
export function MergePreviewed({ winnerId, loserId }: { winnerId: string; loserId: string }) {
  const translate = useTranslate();
  const { data, error } = useAsk(
    enterpriseMerges.preview,
    { body: { winnerId, loserId } },
    { staleTime: 0, retry: false },
  );
  if (error) return <ErrorSentence error={error} />;
  if (!data) return <SkeletonTable rows={4} />;
  return (
    <>
      <SideBySide {...data} />
      <div className="mergemoves" role="status">
        <b className="strong">{translate('enterprises.merge.moves')}</b>
        {data.moved.length === 0 && <span className="caption">{translate('enterprises.merge.nothing')}</span>}
        <Counted counts={data.moved} />
        <span className="caption">
          <Counted counts={data.along} />
        </span>
      </div>
      <MergeNotices notices={data.notices} />
    </>
  );
}

function SideBySide({ winner, loser }: MergePreview) {
  const translate = useTranslate();
  return (
    <table className="mergesides" aria-label={translate('enterprises.merge.sides')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{translate('enterprises.merge.winner')}</th>
          <th scope="col">{translate('enterprises.merge.loser')}</th>
        </tr>
      </thead>
      <tbody>
        {FACTS.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{translate(label)}</th>
            <td className="strong">{value(winner) || NONE}</td>
            <td>{value(loser) || NONE}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 线索 2 · 合同 1 */
export function Counted({ counts }: { counts: readonly { what: MergedRecord | AlongRecord; count: number }[] }) {
  const translate = useTranslate();
  return <>{counts.map(({ what, count }) => `${translate(`enterprises.merge.what.${what}`)} ${count}`).join(' · ')}</>;
}
