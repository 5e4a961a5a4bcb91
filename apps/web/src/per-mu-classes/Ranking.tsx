import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { rankedOf, rankingColumns, type Ranked } from './rankingColumns.js';
import type { Round } from './useRounds.js';

/** Rank, class, move, score and its parts: a bar, then the points of each item. */
export function Ranking({ round, onOpen }: { round: Round; onOpen: (id: string) => void }) {
  const translate = useTranslate();
  const rows = rankedOf(round);
  if (rows.length === 0) return null;
  return (
    <Card
      flush
      title={translate('classes.ranking')}
      caption={translate('classes.rankingCaption', { scored: round.scored })}
      label={translate('classes.ranking')}
    >
      <RowsTable<Ranked>
        name="ranked-firms"
        className="ranking"
        label={translate('classes.ranking')}
        columns={rankingColumns(round, translate, onOpen)}
        rows={rows}
      />
      {rows.some(({ result }) => result.parts.some(({ capped }) => capped)) && (
        <div className="caption cardbody">* {translate('classes.cappedAt')}</div>
      )}
    </Card>
  );
}
