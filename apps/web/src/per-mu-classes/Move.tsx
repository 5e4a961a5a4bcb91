import { useTranslate } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';
import { NONE } from '../parts/text/numbers.js';
import type { Firm } from './useRounds.js';

/** Up, down or the same class since the round before, and which class it was. */
export function Move({ row }: { row: Firm }) {
  const translate = useTranslate();
  if (!row.move) return <>{NONE}</>;
  if (row.move === 'new') return <span className="faint">{translate('classes.moves.new')}</span>;
  return (
    <span className={row.move === 'same' ? 'faint' : 'strong'}>
      {row.move !== 'same' && <Icon name={row.move === 'up' ? 'up' : 'down'} size={12} />}
      {translate(`classes.moves.${row.move}`)} {row.before && <span className="caption">{row.before.class}</span>}
    </span>
  );
}
