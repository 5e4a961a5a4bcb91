import { decimal } from '@crm/domain/quantities';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { CSSProperties } from 'react';
import type { RecordColumn } from '../parts/tables/columns.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { Move } from './Move.js';
import { itemWord, type Firm, type Item, type Round } from './useRounds.js';

/** A firm that could be scored. */
export type Ranked = Firm & { id: string; result: NonNullable<Firm['result']> };

export const rankedOf = ({ rows }: Round): Ranked[] =>
  rows.flatMap((row) => (row.result === null ? [] : [{ ...row, result: row.result, id: row.enterpriseId }]));

const nameOf = (row: Ranked) => row.enterpriseShortName || row.enterpriseName;

/** What the ranking shows, where a firm opens its reasons, and the sheet of the round prints. */
export const rankingColumns = (
  round: Round,
  translate: TranslateFunction,
  onOpen?: (enterpriseId: string) => void,
): (RecordColumn<Ranked> | false)[] => {
  const top = decimal(round.topScore ?? '0').gt('100') ? round.topScore! : '100';
  return [
    { source: 'rank', label: 'classes.rank', number: true, cell: ({ result }) => result.rank },
    {
      source: 'enterpriseName',
      label: 'classes.firm',
      className: 'nowrap',
      cell: (row) => (
        <button type="button" className="linkish" title={row.enterpriseName} onClick={() => onOpen?.(row.enterpriseId)}>
          {nameOf(row)}
        </button>
      ),
      printed: nameOf,
    },
    {
      source: 'parkName',
      label: 'classes.park',
      className: 'nowrap',
      cell: ({ parkName }) => <span className="quiet">{parkName ?? NONE}</span>,
      printed: ({ parkName }) => parkName ?? NONE,
    },
    {
      source: 'class',
      label: 'classes.classHead',
      cell: ({ result }) => (
        <b className="classmark" data-place={round.bands.findIndex(({ name }) => name === result.class)}>
          {result.class}
        </b>
      ),
      printed: ({ result }) => <b>{result.class}</b>,
    },
    round.previousYear !== null && {
      source: 'move',
      label: translate('classes.against', { year: round.previousYear }),
      className: 'nowrap',
      cell: (row) => <Move row={row} />,
    },
    {
      source: 'score',
      label: 'classes.score',
      unit: 'classes.points',
      number: true,
      cell: ({ result }) => <span className="strong">{showDecimal(result.score, 2)}</span>,
      printed: ({ result }) => showDecimal(result.score, 2),
    },
    {
      source: 'parts',
      label: 'classes.parts',
      only: 'screen',
      className: 'partsbar',
      cell: (row) => <PartsBar items={round.items} row={row} top={top} />,
    },
    ...round.items.map((item) => itemColumn(item, translate)),
  ];
};

const itemColumn = (item: Item, translate: TranslateFunction): RecordColumn<Ranked> => {
  const partOf = ({ result }: Ranked) => result.parts.find(({ key }) => key === item.key);
  return {
    source: `item-${item.key}`,
    label: itemWord(item, translate),
    unit: translate('classes.outOf', { weight: showDecimal(item.weight) }),
    number: true,
    className: 'item',
    cell: (row) => {
      const part = partOf(row);
      return (
        <>
          {showDecimal(part?.points, 2)}
          {part?.capped && <span title={translate('classes.cappedAt')}>*</span>}
        </>
      );
    },
    printed: (row) => showDecimal(partOf(row)?.points, 2),
  };
};

/** One scale for all: the highest score fills it. Items keep their order and colour. */
function PartsBar({ items, row, top }: { items: readonly Item[]; row: Ranked; top: string }) {
  const translate = useTranslate();
  const shares = row.result.parts.map((part) => ({
    ...part,
    width: decimal(part.points).times(100).div(top).toFixed(2),
    name: itemWord(items.find(({ key }) => key === part.key) ?? { key: part.key, name: part.key }, translate),
  }));
  return (
    <div
      className="stackbar"
      role="img"
      aria-label={shares.map(({ name, points }) => `${name} ${showDecimal(points, 2)}`).join('，')}
    >
      {shares.map((part) => (
        <i
          key={part.key}
          title={`${part.name} ${showDecimal(part.points, 2)}`}
          style={{ width: `${part.width}%` } as CSSProperties}
        />
      ))}
    </div>
  );
}
