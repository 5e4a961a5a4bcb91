import { leads } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Lead } from '@crm/api-contract/leads';
import { leadLifecycle, type LeadStage } from '@crm/domain/leads';
import { ListBase, useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useLocation, useMatch, useNavigate } from 'react-router';
import { PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { ListCount } from '../parts/tables/ListPage.js';
import { sayYi } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { keys } from '../parts/keys/keys.js';
import { useKeys } from '../parts/keys/useKeys.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { LeadCard } from './LeadCard.js';
import LeadCreate from './LeadCreate.js';
import { LeadLook, LeadFilters, LeadSumLine, LeadViews } from './LeadFilters.js';
import { LossDialog } from './LossDialog.js';
import { useBoard, type Lane } from './useBoard.js';
import { useBoardKeys } from './useBoardKeys.js';
import { useLeadChoices } from './useLeadChoices.js';
import { useLeadMove } from './useLeadMove.js';
import { useLeadSums, type LeadSums } from './useLeadSums.js';
import './leads.css';

/** /leads/board: the stages side by side, the filter in the URL as in the list. */
export default function LeadBoard() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { search } = useLocation();
  const creating = useMatch('/leads/board/create') !== null;
  const mayCreate = useMay()(leads.create);
  const [today] = useState(() => dayOf(new Date()));
  const create = `/leads/board/create${search}`;
  useKeys({ [keys.create]: mayCreate ? () => navigate(create) : undefined });
  return (
    <ListBase resource="leads" perPage={1} sort={{ field: 'updatedAt', order: 'DESC' }}>
      <PageHead
        title={translate('leads.title')}
        actions={
          <>
            <LeadLook view="board" />
            {mayCreate && (
              <Button variant="contained" component={Link} to={create} aria-keyshortcuts="N">
                <Icon name="plus" />
                {translate('leads.new')}
                <Kbd>N</Kbd>
              </Button>
            )}
          </>
        }
      />
      <LeadViews today={today} />
      <div className="filters" role="search">
        <LeadFilters board />
        <span className="spacer" />
        <ListCount sums={<LeadSumLine />} />
      </div>
      <Lanes today={today} />
      {creating && <LeadCreate onClose={() => void navigate(`/leads/board${search}`)} />}
    </ListBase>
  );
}

function Lanes({ today }: { today: string }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { filterValues } = useListContext();
  const { lanes, place } = useBoard(filterValues);
  const sums = useLeadSums(filterValues);
  const { parks } = useLeadChoices();
  const move = useLeadMove();
  const mayMove = useMay()(leads.move);
  const [dragged, setDragged] = useState<Lead | null>(null);
  const [over, setOver] = useState<LeadStage | null>(null);
  const [losing, setLosing] = useState<Lead | null>(null);

  const drop = async (lead: Lead, to: LeadStage) => {
    if (!leadLifecycle[lead.stage].includes(to)) return void move(lead, to);
    const putBack = place(lead, to);
    if (!(await move(lead, to))) putBack();
  };
  const open = (lead: Lead) => void navigate(`/leads/${lead.id}/show`);
  const { held, onKeyDown } = useBoardKeys({
    open,
    lose: (lead) => mayMove && setLosing(lead),
    drop: (lead, to) => void drop(lead, to),
  });
  const active = dragged ?? held?.lead ?? null;
  const target = dragged ? over : (held?.over ?? null);

  return (
    <>
      <div className="board">
        {lanes.map((lane) => (
          <section
            key={lane.stage}
            className={classOf(lane.stage, active, target)}
            aria-label={translate(`leads.stages.${lane.stage}`)}
            onDragOver={(event) => {
              if (!dragged || !leadLifecycle[dragged.stage].includes(lane.stage)) return;
              event.preventDefault();
              if (over !== lane.stage) setOver(lane.stage);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged && dragged.stage !== lane.stage) void drop(dragged, lane.stage);
              setDragged(null);
              setOver(null);
            }}
          >
            <LaneHead lane={lane} sums={sums} />
            <div className="lanebody">
              {target === lane.stage && active && active.stage !== lane.stage && (
                <div className="dropzone">{translate('leads.drop')}</div>
              )}
              {lane.page?.data.map((lead) => (
                <LeadCard
                  key={lead.id}
                  lead={lead}
                  today={today}
                  parkName={parks.find(({ id }) => id === lead.parkId)?.shortName ?? lead.parkName}
                  held={held?.lead.id === lead.id}
                  onOpen={() => open(lead)}
                  onKeyDown={onKeyDown(lead)}
                  onDragStart={(event) => {
                    event.dataTransfer.setData('text/plain', lead.id);
                    event.dataTransfer.effectAllowed = 'move';
                    if (mayMove) setDragged(lead);
                  }}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                />
              ))}
              <LaneFoot lane={lane} filter={filterValues} />
            </div>
          </section>
        ))}
      </div>
      <div className="keyhints caption noprint">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> <Kbd>←</Kbd> <Kbd>→</Kbd> {translate('leads.keys.move')}
        </span>
        <span>
          <Kbd>␣</Kbd> {translate('leads.keys.grab')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {translate('leads.keys.open')}
        </span>
        <span>
          <Kbd>L</Kbd> {translate('leads.keys.lose')}
        </span>
        <span className="spacer" />
        <span role="status" aria-live="assertive">
          {held && translate('leads.keys.held', { name: held.lead.enterpriseName })}
        </span>
      </div>
      {losing && (
        <LossDialog
          name={losing.enterpriseName}
          onClose={() => setLosing(null)}
          onConfirm={async (reason) => {
            if (await move(losing, 'lost', reason)) setLosing(null);
          }}
        />
      )}
    </>
  );
}

/** While a card is lifted, lanes that it may not enter are dimmed. */
function classOf(stage: LeadStage, active: Lead | null, target: LeadStage | null): string {
  if (!active || stage === active.stage) return 'lane';
  if (!leadLifecycle[active.stage].includes(stage)) return 'lane closed';
  return target === stage ? 'lane over' : 'lane';
}

function LaneHead({ lane, sums }: { lane: Lane; sums: LeadSums | undefined }) {
  const translate = useTranslate();
  const sum = sums?.stages.find(({ stage }) => stage === lane.stage);
  return (
    <div className="lanehead">
      <div className="row base">
        <h2 style={{ fontSize: 13, lineHeight: '20px' }}>{translate(`leads.stages.${lane.stage}`)}</h2>
        <span className="caption">{showDecimal(sum?.count ?? 0)}</span>
      </div>
      <div className="caption">{`${sayYi(translate, sum?.investmentWan ?? '0')}　${showDecimal(sum?.areaMu ?? '0')} ${translate('parts.unit.mu')}`}</div>
    </div>
  );
}

function LaneFoot({ lane, filter }: { lane: Lane; filter: Record<string, unknown> }) {
  const translate = useTranslate();
  if (lane.error) return <ErrorSentence error={lane.error} />;
  if (!lane.page) return <SkeletonTable rows={2} rowHeight={96} />;
  if (lane.page.data.length === 0) return <span className="caption">{translate('leads.columnEmpty')}</span>;
  const rest = lane.page.total - lane.page.data.length;
  if (rest <= 0) return null;
  const { stage_in: _stages, ...narrowed } = filter;
  return (
    <Link
      className="caption"
      to={`/leads?filter=${encodeURIComponent(JSON.stringify({ ...narrowed, stage: lane.stage }))}`}
    >
      {translate('leads.rest', { smart_count: rest })}
    </Link>
  );
}
