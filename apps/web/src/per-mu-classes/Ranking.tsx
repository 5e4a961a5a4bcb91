import { decimal } from '@crm/domain/quantities';
import { useTranslate } from 'ra-core';
import type { CSSProperties } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { itemWord, type Firm, type Round } from './useRounds.js';

/** Rank, class, move, score and its parts: a bar, then the points of each item. */
export function Ranking({ round, onOpen }: { round: Round; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const rows = round.rows.filter(({ result }) => result !== null);
  const top = rows.reduce((most, row) => (decimal(row.result!.score).gt(most) ? row.result!.score : most), '100');
  if (rows.length === 0) return null;
  return (
    <Card
      flush
      title={translate('classes.ranking')}
      caption={translate('classes.rankingCaption', { scored: round.scored })}
      label={translate('classes.ranking')}
    >
      <ScrollX label={translate('classes.ranking')}>
        <table className="plain ranking">
          <thead>
            <tr>
              <th scope="col" className="num">
                {translate('classes.rank')}
              </th>
              <th scope="col">{translate('classes.firm')}</th>
              <th scope="col">{translate('classes.park')}</th>
              <th scope="col">{translate('classes.classHead')}</th>
              {round.previousYear !== null && (
                <th scope="col">{translate('classes.against', { year: round.previousYear })}</th>
              )}
              <UnitHead name={translate('classes.score')} unit={translate('classes.points')} />
              <th scope="col" className="partsbar">
                {translate('classes.parts')}
              </th>
              {round.items.map((item) => (
                <UnitHead
                  key={item.key}
                  name={itemWord(item, translate)}
                  unit={translate('classes.outOf', { weight: showDecimal(item.weight) })}
                  className="num item"
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.enterpriseId}>
                <td className="num">{row.result!.rank}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="linkish"
                    title={row.enterpriseName}
                    onClick={() => onOpen(row.enterpriseId)}
                  >
                    {row.enterpriseShortName || row.enterpriseName}
                  </button>
                </th>
                <td className="t-2 nw">{row.parkName ?? NONE}</td>
                <td>
                  <b className="classmark" data-place={round.bands.findIndex(({ name }) => name === row.result!.class)}>
                    {row.result!.class}
                  </b>
                </td>
                {round.previousYear !== null && (
                  <td className="nw">
                    <Move row={row} />
                  </td>
                )}
                <td className="num b">{showDecimal(row.result!.score, 2)}</td>
                <td className="partsbar">
                  <PartsBar round={round} row={row} top={top} />
                </td>
                {round.items.map((item) => {
                  const part = row.result!.parts.find(({ key }) => key === item.key);
                  return (
                    <td key={item.key} className="num item">
                      {showDecimal(part?.points, 2)}
                      {part?.capped && <span title={translate('classes.cappedAt')}>*</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
      {rows.some((row) => row.result!.parts.some(({ capped }) => capped)) && (
        <div className="t-cap cb">* {translate('classes.cappedAt')}</div>
      )}
    </Card>
  );
}

export function Move({ row }: { row: Firm }) {
  const translate = useTranslate();
  if (!row.move) return <>{NONE}</>;
  if (row.move === 'new') return <span className="t-3">{translate('classes.moves.new')}</span>;
  return (
    <span className={row.move === 'same' ? 't-3' : 'b'}>
      {row.move !== 'same' && <Icon name={row.move === 'up' ? 'up' : 'down'} size={12} />}
      {translate(`classes.moves.${row.move}`)} {row.before && <span className="t-cap">{row.before.class}</span>}
    </span>
  );
}

/** One scale for all: the highest score fills it. Items keep their order and colour. */
function PartsBar({ round, row, top }: { round: Round; row: Firm; top: string }) {
  const translate = useTranslate();
  const shares = row.result!.parts.map((part) => ({
    ...part,
    width: decimal(part.points).times(100).div(top).toFixed(2),
    name: itemWord(round.items.find(({ key }) => key === part.key) ?? { key: part.key, name: part.key }, translate),
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
