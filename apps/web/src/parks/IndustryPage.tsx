import { industries, industryChains } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useSearchParams } from 'react-router';
import '../parts/fields/entry.css';
import { Answer } from '../parts/layout/Answer.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { EmptyState } from '../parts/layout/Waiting.js';
import { Icon } from '../parts/marks/Icon.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { addressWith } from '../parts/text/address.js';
import { NONE } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { CloseDrawer } from './CloseDrawer.js';
import { ChainDrawer, IndustryDrawer } from './IndustryDrawers.js';
import { Ending, Standing } from './Standing.js';
import { linesOf, type Line } from './tree.js';

const inOrder = { query: { perPage: 200, sort: 'position' } } as const;
type Go = (words: Record<string, string | null>) => void;

/** 产业与产业链 as a tree; ?entry=… opens one, ?close=… the question before it is closed. */
export default function IndustryPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const may = useMay();
  const chains = useAsk(industryChains.list, inOrder);
  const answer = useAsk(industries.list, inOrder);
  const lines = linesOf(chains.data?.data ?? [], answer.data?.data ?? []);
  const go: Go = (words) => setSearch(addressWith(search, { entry: null, close: null, ...words }));
  const leave = () => go({});
  const entry = search.get('entry');
  const edited = lines.find(({ id }) => id === entry);
  const closing = lines.find(({ id }) => id === search.get('close'));
  const shared = { chains: chains.data?.data ?? [], onClose: leave };
  return (
    <>
      <PageHead
        title={translate('industries.title')}
        caption={translate('industries.caption')}
        actions={
          <>
            {may(industryChains.create) && (
              <Button startIcon={<Icon name="plus" />} onClick={() => go({ entry: 'new-chain' })}>
                {translate('industries.addChain')}
              </Button>
            )}
            {may(industries.create) && (
              <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => go({ entry: 'new' })}>
                {translate('industries.add')}
              </Button>
            )}
          </>
        }
      />
      <Card flush label={translate('industries.tree')}>
        <Answer
          answer={chains.data ? answer : { ...chains, data: undefined }}
          rows={12}
          none={() =>
            lines.length === 0 && (
              <EmptyState icon="reports" title={translate('industries.none')} why={translate('industries.noneWhy')} />
            )
          }
        >
          {() => (
            <RowsTable<Line>
              name="industry-tree"
              label={translate('industries.tree')}
              rows={lines}
              columns={columnsOf(go)}
              phoneRow={(line) => <PhoneRow line={line} go={go} />}
            />
          )}
        </Answer>
      </Card>
      {(edited?.kind === 'industries' ? may(industries.update) : entry === 'new' && may(industries.create)) && (
        <IndustryDrawer entry={edited?.kind === 'industries' ? edited.entry : undefined} {...shared} />
      )}
      {(edited?.kind === 'industry-chains'
        ? may(industryChains.update)
        : entry === 'new-chain' && may(industryChains.create)) && (
        <ChainDrawer entry={edited?.kind === 'industry-chains' ? edited.entry : undefined} {...shared} />
      )}
      {closing && <CloseDrawer kind={closing.kind} entry={closing.entry} onClose={leave} />}
    </>
  );
}

/** The name, moved in by its depth; a chain with its goal and chief. */
function Name({ line, go }: { line: Line; go: Go }) {
  const translate = useTranslate();
  const { kind, entry, depth } = line;
  return (
    <div style={{ paddingInlineStart: depth * 20 }}>
      <button
        type="button"
        className={kind === 'industry-chains' ? 'linkish strong' : 'linkish'}
        onClick={() => go({ entry: entry.id })}
      >
        {entry.name}
      </button>{' '}
      {kind === 'industry-chains' ? (
        <span className="caption">
          {[entry.goal, entry.chief && translate('industries.chiefSaid', { chief: entry.chief })]
            .filter(Boolean)
            .join('，')}
        </span>
      ) : (
        entry.task && <Tag>{translate(`industries.tasks.${entry.task}`)}</Tag>
      )}
    </div>
  );
}

const columnsOf = (go: Go): RecordColumn<Line>[] => [
  { source: 'name', label: 'parks.name', cell: (line) => <Name line={line} go={go} /> },
  { source: 'code', label: 'parks.code', cell: ({ entry }) => <span className="code">{entry.code}</span> },
  {
    source: 'aliases',
    label: 'industries.aliases',
    cell: (line) => (line.kind === 'industries' && line.entry.aliases.join('、')) || NONE,
  },
  { source: 'validFrom', label: 'parks.validity', cell: ({ entry }) => <Standing entry={entry} /> },
  {
    source: 'close',
    label: 'parks.close.action',
    heard: true,
    cell: ({ kind, entry }) => <Ending kind={kind} entry={entry} onClose={() => go({ close: entry.id })} />,
  },
];

function PhoneRow({ line, go }: { line: Line; go: Go }) {
  return (
    <div className="phonerow">
      <Name line={line} go={go} />
      <span className="row">
        <span className="quiet">
          <Standing entry={line.entry} />
        </span>
        <span className="spacer" />
        <Ending kind={line.kind} entry={line.entry} onClose={() => go({ close: line.id })} />
      </span>
    </div>
  );
}
