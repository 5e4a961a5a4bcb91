import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { contractKinds, contractStates } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { dayOf } from '../../parts/text/days.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { Icon } from '../../parts/marks/Icon.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { verdicts } from '../../parts/marks/verdict.js';
import { EmptyState, SkeletonTable } from '../../parts/layout/Waiting.js';
import { useCan } from '../../providers/abilities.js';
import { QuestionFilters, useQuestion } from '../../portfolio/index.js';
import { ContractCards } from './ContractCards.js';
import { contractColumns } from './contractColumns.js';
import { ListFoot } from '../../parts/tables/ListFoot.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { PER_PAGE, readNarrowing } from './listQuestion.js';
import { useContracts, useSums } from './useContracts.js';
import './list.css';

/**
 * 合同: every visible contract with its commitments and results. Filters and page are in the URL; the total row adds up
 * the filter.
 */
export default function ContractsPage() {
  const translate = useTranslate();
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const [today] = useState(() => dayOf(new Date()));
  const { question, search, set } = useQuestion(today);
  const narrowing = readNarrowing(search);
  const { data, error, refetch } = useContracts(question, narrowing);
  const sums = useSums(question, narrowing, data);
  const mayCreate = useCan('create', 'Contract');
  const several = narrowing.verdict.length > 1;
  return (
    <>
      <PageHead
        title={translate('contracts.title')}
        caption={
          narrowing.counted
            ? translate('contracts.countedCaption')
            : narrow
              ? undefined
              : translate('contracts.caption')
        }
        actions={
          mayCreate && (
            <Button variant="contained" startIcon={<Icon name="plus" />} component={Link} to="/contracts/create">
              {translate('contracts.create')}
            </Button>
          )
        }
      />
      <QuestionFilters
        question={question}
        today={today}
        set={set}
        dirty={[...search.keys()].some((key) => alsoCleared.includes(key))}
        alsoCleared={alsoCleared}
        more={
          <>
            <FilterSelect
              label={translate('contracts.verdict')}
              value={several ? narrowing.verdict.join(',') : (narrowing.verdict[0] ?? null)}
              options={[
                ...verdicts.map((verdict) => ({
                  value: verdict as string,
                  label: translate(`parts.verdict.${verdict}`),
                })),
                { value: 'breach,no-data,warning', label: translate('contracts.toDecide') },
              ]}
              onChange={(verdict) => set({ verdict })}
            />
            <FilterSelect
              label={translate('contracts.kind')}
              value={narrowing.kind}
              options={contractKinds.map((kind) => ({ value: kind, label: translate(`contracts.kinds.${kind}`) }))}
              onChange={(kind) => set({ kind })}
            />
            <FilterSelect
              label={translate('contracts.status')}
              value={narrowing.status}
              options={contractStates.map((state) => ({ value: state, label: translate(`contracts.states.${state}`) }))}
              onChange={(status) => set({ status })}
            />
            <FilterSelect
              label={translate('contracts.scope')}
              value={narrowing.counted ? 'counted' : narrowing.belowStandard ? 'below' : null}
              options={[
                { value: 'counted', label: translate('contracts.counted') },
                { value: 'below', label: translate('contracts.belowStandard') },
              ]}
              onChange={(scope) =>
                set({ counted: scope === 'counted' ? '1' : null, below: scope === 'below' ? '1' : null })
              }
            />
            {narrowing.handler !== null && (
              <FilterSelect
                label={translate('contracts.handler')}
                value={narrowing.handler}
                options={[{ value: narrowing.handler, label: narrowing.handler }]}
                onChange={(handler) => set({ handler })}
              />
            )}
          </>
        }
      >
        <Search value={narrowing.q ?? ''} onChange={(q) => set({ q })} />
        {data && (
          <span className="t-cap nw" aria-live="polite">
            {translate('contracts.count', { smart_count: showDecimal(data.total) })}
          </span>
        )}
      </QuestionFilters>
      <Card flush label={translate('contracts.title')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={12} />
        ) : data.data.length === 0 ? (
          <Nothing
            filtered={search.size > 0}
            onClear={() => set(Object.fromEntries([...search.keys()].map((key) => [key, null])))}
          />
        ) : narrow ? (
          <ContractCards rows={data.data} sums={sums} />
        ) : (
          <RowsTable
            name="contracts"
            className="contracts"
            label={translate('contracts.title')}
            columns={contractColumns(translate, question.year, sums)}
            rows={data.data}
            sorted={{
              sort: { field: narrowing.sort, order: narrowing.order === 'asc' ? 'ASC' : 'DESC' },
              // The largest, or the latest, first.
              setSort: ({ field, order }) =>
                set({ sort: field, order: field === narrowing.sort ? order.toLowerCase() : 'desc' }),
            }}
          />
        )}
        {data && data.total > PER_PAGE && (
          <ListFoot
            page={narrowing.page}
            perPage={PER_PAGE}
            total={data.total}
            shown={data.data.length}
            onPage={(page) => set({ page: page === 1 ? null : String(page) })}
          />
        )}
      </Card>
    </>
  );
}

const alsoCleared = ['q', 'verdict', 'kind', 'status', 'counted', 'below', 'handler', 'sort', 'order', 'page'];
const PAUSE_MS = 250;

function Search({ value, onChange }: { value: string; onChange: (q: string | null) => void }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState({ text: value, from: value });
  if (typed.from !== value) setTyped({ text: value, from: value });
  useEffect(() => {
    const text = typed.text.trim();
    if (text === value) return;
    const timer = setTimeout(() => onChange(text || null), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed.text, value, onChange]);
  return (
    <label className="sel find">
      <Icon name="search" />
      <span className="unseen">{translate('contracts.search')}</span>
      <input
        type="search"
        value={typed.text}
        placeholder={translate('contracts.search')}
        onChange={(event) => setTyped({ text: event.target.value, from: value })}
      />
    </label>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const translate = useTranslate();
  const mayImport = useCan('import', 'Import');
  return filtered ? (
    <EmptyState
      icon="search"
      title={translate('contracts.noneMatch')}
      why={translate('contracts.noneMatchWhy')}
      action={<Button onClick={onClear}>{translate('parts.filter.clear')}</Button>}
    />
  ) : (
    <EmptyState
      icon="contracts"
      title={translate('contracts.none')}
      why={translate('contracts.noneWhy')}
      action={
        mayImport && (
          <Button variant="contained" component={Link} to="/imports">
            {translate('contracts.importLedger')}
          </Button>
        )
      }
    />
  );
}
