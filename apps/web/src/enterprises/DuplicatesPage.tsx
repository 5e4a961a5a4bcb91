import Button from '@mui/material/Button';
import type { Enterprise } from '@crm/api-contract/enterprises';
import type { ProbableDuplicate } from '@crm/api-contract/merging';
import { enterpriseDistinctions, enterpriseMerges } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { PageHead } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { Tag } from '../parts/marks/Tag.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { TellApartDialog } from './TellApartDialog.js';
import { ToldApartCard } from './ToldApartCard.js';
import './enterprises.css';

type Pair = ProbableDuplicate & { id: string };

/** Pairs of records that are probably one firm; a person decides, one pair at a time. */
export default function DuplicatesPage() {
  const translate = useTranslate();
  const [apart, setApart] = useState<Pair>();
  const { data, error, refetch } = useAsk(enterpriseMerges.candidates, {}, { staleTime: 0 });
  const rows = data?.data.map((pair): Pair => ({ ...pair, id: `${pair.staying.id} ${pair.going.id}` }));
  return (
    <>
      <PageHead
        title={translate('enterprises.duplicates.title')}
        crumbs={[
          { label: translate('enterprises.title'), to: '/enterprises' },
          { label: translate('enterprises.duplicates.title') },
        ]}
        caption={translate(data?.more ? 'enterprises.duplicates.more' : 'enterprises.duplicates.why')}
      />
      {error && <ErrorSentence error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <SkeletonTable rows={6} />}
      {rows?.length === 0 && (
        <EmptyState
          icon="enterprises"
          title={translate('enterprises.duplicates.none')}
          why={translate('enterprises.duplicates.why')}
        />
      )}
      {rows && rows.length > 0 && (
        <div className="card">
          <RowsTable<Pair>
            name="enterprise-merges"
            label={translate('enterprises.duplicates.title')}
            rows={rows}
            columns={[
              {
                source: 'staying',
                label: 'enterprises.duplicates.staying',
                cell: ({ staying }) => <Firm firm={staying} />,
              },
              { source: 'going', label: 'enterprises.duplicates.going', cell: ({ going }) => <Firm firm={going} /> },
              {
                source: 'why',
                label: 'enterprises.duplicates.reason',
                cell: ({ why }) => <Tag>{translate(`enterprises.duplicates.by.${why}`)}</Tag>,
              },
              {
                source: 'merge',
                label: 'enterprises.merge.button',
                heard: true,
                only: 'screen',
                cell: (pair) => <Decide pair={pair} onApart={setApart} />,
              },
            ]}
            phoneRow={(pair) => (
              <div className="phonerow">
                <Firm firm={pair.staying} />
                <Firm firm={pair.going} />
                <span className="row wrap">
                  <Tag>{translate(`enterprises.duplicates.by.${pair.why}`)}</Tag>
                  <Decide pair={pair} onApart={setApart} />
                </span>
              </div>
            )}
          />
        </div>
      )}
      <ToldApartCard />
      {apart && <TellApartDialog pair={apart} onClose={() => setApart(undefined)} />}
    </>
  );
}

/** One firm, or two. */
function Decide({ pair, onApart }: { pair: Pair; onApart: (pair: Pair) => void }) {
  const translate = useTranslate();
  const may = useMay();
  const { staying, going } = pair;
  return (
    <span className="row">
      <Button size="small" component={Link} to={`/enterprises/${staying.id}/show/merge?with=${going.id}`}>
        {translate('enterprises.merge.button')}
      </Button>
      {may(enterpriseDistinctions.create) && (
        <Button size="small" onClick={() => onApart(pair)}>
          {translate('enterprises.apart.button')}
        </Button>
      )}
    </span>
  );
}

const Firm = ({ firm }: { firm: Enterprise }) => (
  <div>
    <Link to={`/enterprises/${firm.id}/show`}>{firm.name}</Link>
    <div className="caption">{[firm.creditCode, firm.parkName].filter(Boolean).join(' · ') || '—'}</div>
  </div>
);
