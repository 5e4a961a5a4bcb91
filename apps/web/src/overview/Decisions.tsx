import { useTranslate } from 'ra-core';
import { Link, useSearchParams } from 'react-router';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { showWan } from '../parts/text/money.js';
import { showPercent } from '../parts/text/numbers.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { addressOf, type Question, useDecisions, type Decision, firmName } from '../portfolio/index.js';
import { shortfallSaid } from '../commitments/index.js';
import { decisionInWords } from '../decisions/index.js';

/** As many as fit beside the table of seven parks. */
const SHOWN = 5;
const standings = ['open', 'waiting', 'decided'] as const;

const decisionTo = (row: Decision): string => `/contracts/${row.contractId}?why=${row.assessmentId}`;

/**
 * Waiting for a decision, the most serious first: verdict, enterprise, indicator, shortfall. Each opens the contract
 * with its reason.
 */
export function Decisions({ question, today }: { question: Question; today: string }) {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const standing = standings.find((one) => one === search.get('standing')) ?? null;
  const { data, error, refetch } = useDecisions(question, standing);
  const narrow = (next: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === null) after.delete('standing');
        else after.set('standing', next);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <section className="card dec" aria-label={translate('overview.decisions')}>
      <div className="cardhead">
        <h2>{translate('overview.decisions')}</h2>
        {data && <Tag>{data.total}</Tag>}
        <span className="caption">{translate('overview.decisionsCaption')}</span>
        <span className="spacer" />
        {data && data.total > 0 && (
          <Link to={addressOf('/contracts', question, { counted: '1', verdict: 'breach,no-data,warning' }, today)}>
            {translate('overview.allDecisions')}
          </Link>
        )}
      </div>
      <div className="decfilter">
        <FilterSelect
          label={translate('decisions.missed.standing')}
          value={standing}
          options={standings.map((value) => ({ value, label: translate(`decisions.standing.${value}`) }))}
          onChange={narrow}
        />
      </div>
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={5} rowHeight={64} />
      ) : data.rows.length === 0 ? (
        <EmptyState
          icon="check"
          title={translate('overview.nothingToDecide')}
          why={translate('overview.nothingToDecideWhy')}
        />
      ) : (
        <ul>
          {data.rows.slice(0, SHOWN).map((row) => (
            <li key={row.contractId}>
              <VerdictGlyph verdict={row.verdict} label={translate(`parts.verdict.${row.verdict}`)} />
              <div className="dd">
                <div className="row">
                  <Link to={decisionTo(row)} className="strong ellipsis" title={row.enterpriseName}>
                    {firmName(row)}
                  </Link>
                  <span className="spacer" />
                  <span className="caption nowrap">
                    {row.standing === 'open' ? row.parkName : translate(`decisions.standing.${row.standing}`)}
                  </span>
                </div>
                <DecisionLine row={row} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DecisionLine({ row }: { row: Decision }) {
  const translate = useTranslate();
  if (row.verdict === 'no-data')
    return <div className="quiet">{translate('overview.notReported', { year: row.year })}</div>;
  return (
    <>
      <div className="row line">
        <span>
          {translate('overview.attained', {
            year: row.year,
            indicator: translate(`indicators.short.${row.indicator}`),
            percent: showPercent(row.attainmentPercent),
          })}
        </span>
        <span className="spacer" />
        <span className="nowrap">{shortfallSaid(translate, row)}</span>
      </div>
      {row.decisionKind !== null && row.standing !== 'open' && (
        <div className="caption">
          {decisionInWords({ kind: row.decisionKind, until: row.decisionUntil }, translate)}
        </div>
      )}
      {row.clawbackWan !== null && (
        <div className="caption">{translate('overview.clawback', { wan: showWan(translate, row.clawbackWan, 2) })}</div>
      )}
    </>
  );
}
