import type { Actual } from '@crm/api-contract/commitments';
import { isRefund } from '@crm/domain/standards';
import type { SxProps } from '@mui/material/styles';
import type { TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { Hint } from '../../parts/marks/Hint.js';
import { Icon } from '../../parts/marks/Icon.js';
import { Tag } from '../../parts/marks/Tag.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { Money } from '../../parts/text/Amounts.js';
import { dayOf, showInstant } from '../../parts/text/days.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { showQuantity } from '../../reference/quantities.js';
import { withUnit } from '../promises/quantities.js';
import { questionWord } from './questionInWords.js';

type Column = RecordColumn<Actual>;

/** For several contracts, enterprise and contract are the first columns. */
const contractColumns: readonly Column[] = [
  {
    source: 'enterpriseName',
    label: 'actuals.firm',
    className: 'cut',
    cell: (row) => <span title={`${row.enterpriseName} ${row.projectName}`}>{row.enterpriseName}</span>,
  },
  {
    source: 'contractNumber',
    label: 'contracts.number',
    className: 'nowrap',
    cell: (row) => <Link to={`/contracts/${row.contractId}?tab=actuals`}>{row.contractNumber}</Link>,
  },
];

const valueColumn = (translate: TranslateFunction): Column => ({
  source: 'value',
  label: 'actuals.value',
  unit: 'parts.unit.wan',
  number: true,
  className: 'strong amount',
  cell: (row) => (
    <>
      {row.valueWan === null ? showDecimal(row.value) : <Money wan={row.valueWan} unit="wan" bare />}
      {row.valueWan !== null && <span className="onphone caption"> {translate('parts.unit.wan')}</span>}
      {isRefund(row.indicator, row.value) && (
        <div>
          <Tag>{translate('actuals.refund')}</Tag>
        </div>
      )}
      {row.rivals.length > 0 && row.counts && (
        <div>
          <Tag>{translate(row.chosenBecause === null ? 'actuals.counts' : 'actuals.chosen')}</Tag>
          {row.chosenBecause !== null && (
            <div className="caption">
              {row.chosenBy}：{row.chosenBecause}
            </div>
          )}
        </div>
      )}
      {row.questions.map(({ code }) => (
        <div key={code}>
          <Hint verdict="warning">{translate(`actuals.asked.${questionWord(code)}`)}</Hint>
        </div>
      ))}
    </>
  ),
});

const rivalsColumn = (translate: TranslateFunction): Column => ({
  source: 'rivals',
  label: 'actuals.otherSources',
  unit: 'parts.unit.wan',
  number: true,
  className: 'rivals',
  cell: ({ rivals, unit }) =>
    rivals.map(({ id, source, value, difference }) => {
      const more = difference.startsWith('-') ? '' : '+';
      return (
        <div key={id}>
          <Hint verdict="warning">
            {translate(`actuals.source.${source}`)} {showQuantity(translate, unit, value)}
          </Hint>
          <div className="caption">
            {translate('actuals.difference', { wan: `${more}${showQuantity(translate, unit, difference)}` })}
          </div>
        </div>
      );
    }),
});

const sourceColumn = (translate: TranslateFunction): Column => ({
  source: 'source',
  label: 'actuals.sourceHead',
  className: 'quiet said',
  cell: ({ source, correctionReason, note }) => (
    <>
      {translate(`actuals.source.${source}`)}
      {correctionReason && (
        <div className="caption">{translate('actuals.correctedBecause', { reason: correctionReason })}</div>
      )}
      {note && <div className="caption">{note}</div>}
    </>
  ),
});

const verifiedColumn = (translate: TranslateFunction): Column => ({
  source: 'verifiedAt',
  label: 'actuals.verified',
  className: 'said',
  cell: ({ verifiedAt, verifiedBy, knownTo }) =>
    verifiedAt ? (
      <span className="row">
        <Icon name="lock" size={14} label={translate('parts.amount.locked')} />
        <span>
          {verifiedBy ?? NONE}
          <div className="caption nowrap">{dayOf(new Date(verifiedAt))}</div>
        </span>
      </span>
    ) : knownTo ? (
      <Tag>{translate('actuals.superseded')}</Tag>
    ) : (
      <span className="faint">{translate('actuals.notVerified')}</span>
    ),
});

/** What was reported, by whom, and whether another person has verified it; `moves` are the buttons of a figure. */
export const actualColumns = (
  translate: TranslateFunction,
  { across, rivals, moves }: { across: boolean; rivals: boolean; moves: Column['cell'] },
): (Column | false)[] => [
  ...(across ? contractColumns : []),
  { source: 'year', label: 'actuals.year', cell: ({ year }) => year },
  { source: 'indicator', label: 'actuals.indicator', cell: (row) => withUnit(translate, row) },
  valueColumn(translate),
  rivals && rivalsColumn(translate),
  sourceColumn(translate),
  {
    source: 'enteredBy',
    label: 'actuals.enteredBy',
    className: 'quiet said',
    cell: ({ enteredBy, knownFrom }) => (
      <>
        {enteredBy ?? NONE}
        <div className="caption nowrap">{showInstant(knownFrom)}</div>
      </>
    ),
  },
  verifiedColumn(translate),
  {
    source: 'moves',
    label: 'actuals.moves',
    only: 'screen',
    className: 'moves',
    cell: moves,
  },
];

/** Corrected figures stay, pale and crossed out. */
export const pastRow = ({ knownTo }: Actual): SxProps =>
  knownTo === null
    ? {}
    : {
        '& td:not(.moves)': { color: 'var(--ink-3)' },
        '& .amount > span': { textDecoration: 'line-through', fontWeight: 400 },
      };
