import { evaluationRounds } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useLocale, useTranslate } from 'ra-core';
import { useParams, useSearchParams } from 'react-router';
import { Card, PageHead, Strip } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { KeyNumber } from '../parts/marks/KeyNumber.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { Note } from '../parts/marks/Note.js';
import { Tag } from '../parts/marks/Tag.js';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { useVerb } from '../verbs/useVerb.js';
import { FirmDrawer } from './FirmDrawer.js';
import { FormulaDrawer } from './FormulaDrawer.js';
import { Ranking } from './Ranking.js';
import { RoundPrint } from './RoundPrint.js';
import { DecideDialog } from './DecideDialog.js';
import { FIRMS, itemWord, useFirmOf, useRound, useWholeRound, type Round } from './useRounds.js';
import { ValuesGrid } from './ValuesGrid.js';
import './classes.css';

/** One round: the classes, the ranking with its parts, who cannot be scored and why. */
export default function RoundPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const page = pageIn(search);
  const { data, error, refetch } = useRound(id, page);
  if (error && !data)
    return (
      <Card>
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      </Card>
    );
  if (!data)
    return (
      <Card flush label={translate('classes.title')}>
        <SkeletonTable rows={12} />
      </Card>
    );
  return <Inside round={data} page={page} onPage={(next) => setSearch(next === 1 ? {} : { page: String(next) })} />;
}

const pageIn = (search: URLSearchParams): number => {
  const page = Number(search.get('page') ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
};

function Inside({ round, page, onPage }: { round: Round; page: number; onPage: (page: number) => void }) {
  const translate = useTranslate();
  // Typed amounts count as the language does, so another language begins anew.
  const locale = useLocale();
  const [search, setSearch] = useSearchParams();
  const draft = round.status === 'draft';
  const may = useMay();
  const mayEnter = may(evaluationRounds.enter) && draft;
  const mayDecide = may(draft ? evaluationRounds.close : evaluationRounds.reopen);
  const open = (drawer: string | null, value = '1') =>
    setSearch({ ...(page === 1 ? {} : { page: String(page) }), ...(drawer ? { [drawer]: value } : {}) });
  const take = useVerb(evaluationRounds.take, { said: translate('classes.taken') });
  const firmId = search.get('firm');
  if (search.get('values') && mayEnter) return <WholeGrid key={locale} id={round.id} onClose={() => open(null)} />;
  return (
    <>
      <PageHead
        crumbs={[{ label: translate('classes.title'), to: '/per-mu-classes' }]}
        title={translate('classes.roundOf', { year: round.year })}
        beside={<Tag>{translate(`classes.states.${round.status}`)}</Tag>}
        caption={translate(round.capped ? 'classes.capped' : 'classes.uncapped')}
        actions={
          <>
            <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
              {translate('classes.print')}
            </Button>
            <Button startIcon={<Icon name="settings" />} onClick={() => open('formula')}>
              {translate('classes.formula')}
            </Button>
            {mayEnter && (
              <Button startIcon={<Icon name="edit" />} onClick={() => open('values')}>
                {translate('classes.enter')}
              </Button>
            )}
            {mayDecide && (
              <Button
                variant={draft ? 'contained' : 'outlined'}
                startIcon={<Icon name={draft ? 'lock' : 'refresh'} />}
                onClick={() => open('decide')}
              >
                {translate(draft ? 'classes.close' : 'classes.reopen')}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        {draft && round.reopenReason && (
          <Note kind="warning">{translate('classes.reopened', { reason: round.reopenReason })}</Note>
        )}
        {mayEnter && may(evaluationRounds.take) && round.known > 0 && (
          <Note kind="accent">
            {translate('classes.known', { smart_count: round.known })}{' '}
            <Button
              size="small"
              disabled={take.isPending}
              onClick={() => take.mutate({ params: { id: round.id }, body: {} })}
            >
              {translate('classes.take')}
            </Button>
          </Note>
        )}
        <Distribution round={round} />
        {round.rows.length === 0 ? (
          <Card>
            <EmptyState
              icon="enterprises"
              title={translate('classes.noFirms')}
              why={translate('classes.noFirmsWhy')}
              action={
                mayEnter && (
                  <Button variant="contained" onClick={() => open('values')}>
                    {translate('classes.enter')}
                  </Button>
                )
              }
            />
          </Card>
        ) : (
          <Ranking round={round} onOpen={(id) => open('firm', id)} />
        )}
        <NotScorable round={round} onOpen={(id) => open('firm', id)} />
        {round.total > FIRMS && (
          <Card flush>
            <ListFoot page={page} perPage={FIRMS} total={round.total} shown={round.rows.length} onPage={onPage} />
          </Card>
        )}
      </div>
      {round.rows.length > 0 && <RoundPrint round={round} />}
      {firmId && (
        <FirmOf
          round={round}
          id={firmId}
          mayChange={draft && may(evaluationRounds.leaveOut)}
          onClose={() => open(null)}
        />
      )}
      {search.get('formula') && (
        <FormulaDrawer
          key={locale}
          title={translate('classes.formula')}
          formula={round}
          version={round.version}
          roundId={round.id}
          locked={!draft}
          onClose={() => open(null)}
        />
      )}
      {search.get('decide') && mayDecide && <DecideDialog round={round} onClose={() => open(null)} />}
    </>
  );
}

/** The enterprise is on this page, or is asked for. */
function FirmOf({ id, ...drawer }: { round: Round; id: string; mayChange: boolean; onClose: () => void }) {
  const there = drawer.round.rows.find(({ enterpriseId }) => enterpriseId === id);
  return there ? <FirmDrawer firm={there} {...drawer} /> : <FirmElsewhere id={id} {...drawer} />;
}

function FirmElsewhere({ id, ...drawer }: { round: Round; id: string; mayChange: boolean; onClose: () => void }) {
  const { data: firm } = useFirmOf(drawer.round.id, id);
  return firm ? <FirmDrawer firm={firm} {...drawer} /> : null;
}

/** The values of all enterprises are entered in one grid. */
function WholeGrid({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const { data, error, refetch } = useWholeRound(id);
  if (data) return <ValuesGrid round={data} onClose={onClose} />;
  return (
    <Card flush label={translate('classes.title')}>
      {error ? <ErrorSentence error={error} onRetry={() => void refetch()} /> : <SkeletonTable rows={12} />}
    </Card>
  );
}

function Distribution({ round }: { round: Round }) {
  const translate = useTranslate();
  return (
    <Strip label={translate('classes.distribution')}>
      {round.classes.map((one) => (
        <KeyNumber
          key={one.name}
          small
          name={translate('classes.class', { name: one.name })}
          against={translate('classes.target', { percent: showDecimal(one.percent) })}
          value={showDecimal(one.firms)}
          unit={translate('classes.firmsUnit')}
        >
          <div className="caption">{showPercent(one.sharePercent)}</div>
        </KeyNumber>
      ))}
      <KeyNumber
        small
        name={translate('classes.notScorable')}
        value={showDecimal(round.notScorable)}
        unit={translate('classes.firmsUnit')}
      >
        <div className="caption">{translate('classes.ofFirms', { smart_count: round.firms })}</div>
      </KeyNumber>
    </Strip>
  );
}

function NotScorable({ round, onOpen }: { round: Round; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const rows = round.rows.filter(({ result }) => result === null);
  if (rows.length === 0) return null;
  const nameOf = (key: string) =>
    itemWord(round.items.find((item) => item.key === key) ?? { key, name: key }, translate);
  return (
    <Card flush title={translate('classes.notScorable')} caption={translate('classes.notScorableWhy')}>
      <ul className="notscorable">
        {rows.map((row) => (
          <li key={row.enterpriseId}>
            <button type="button" className="linkish" onClick={() => onOpen(row.enterpriseId)}>
              {row.enterpriseName}
            </button>
            <span className="quiet">
              {translate('classes.missing', { items: row.missing.map(nameOf).join(translate('classes.join')) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
