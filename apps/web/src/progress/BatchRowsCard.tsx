import type { fourBatches } from '@crm/api-contract/routes';
import type { QueryOf } from '@crm/api-contract/wire';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Money } from '../parts/text/Amounts.js';
import { Answer } from '../parts/layout/Answer.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Tag } from '../parts/marks/Tag.js';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { useBatchRows } from './useProgress.js';

const PER_PAGE = 50;

/** The rows behind a number of the report, with their sum. */
export function BatchRowsCard({
  question,
  onClose,
}: {
  question: Omit<QueryOf<typeof fourBatches.rows>, 'page' | 'perPage'>;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  const answer = useBatchRows({ ...question, page, perPage: PER_PAGE }, true);
  const { data } = answer;
  return (
    <SideDrawer
      flush
      title={translate(`progress.batches.of.${question.batch}`)}
      caption={
        data && (
          <>
            {translate('progress.batches.projects', { smart_count: data.count })}·<Money wan={data.amountWan} />
          </>
        )
      }
      onClose={onClose}
    >
      <Answer
        answer={answer}
        rows={6}
        rowHeight={52}
        none={(data) =>
          data.rows.length === 0 && (
            <EmptyState
              icon="milestones"
              title={translate('progress.batches.none')}
              why={translate('progress.batches.noneWhy')}
            />
          )
        }
      >
        {(data) => (
          <>
            {data.rows.map((row) => (
              <Link key={`${row.contractId}${row.role}`} to={`/contracts/${row.contractId}/show`} className="phonerow">
                <span className="row">
                  <b className="strong ellipsis">{row.projectName}</b>
                  {row.role !== 'counted' && <Tag>{translate(`progress.batches.role.${row.role}`)}</Tag>}
                  <span className="spacer" />
                  <span
                    className={row.role === 'counted' || row.role === 'increase' ? 'strong nowrap' : 'faint nowrap'}
                  >
                    <Money wan={row.amountWan} unit="wan" />
                  </span>
                </span>
                <span className="caption ellipsis">
                  {[row.on, row.enterpriseShortName || row.enterpriseName, row.parkName, row.industryName].join('·')}
                </span>
              </Link>
            ))}
            {data.total > PER_PAGE && (
              <ListFoot page={page} perPage={PER_PAGE} total={data.total} shown={data.rows.length} onPage={setPage} />
            )}
          </>
        )}
      </Answer>
    </SideDrawer>
  );
}
