import { decisions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { firmName } from '../../portfolio/index.js';
import { shortfallSaid } from '../../commitments/index.js';
import { showPercent } from '../../parts/text/numbers.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { useMay } from '../../providers/abilities.js';
import { Outcomes, StandingText } from '../Outcomes.js';
import type { Missed } from '../useDecisions.js';

interface Props {
  missed: Missed;
  onDecide: (assessmentId: string) => void;
}

/** The same on a phone: enterprise and verdict, shortfall, possible measures. */
export function MissedCards({ missed, onDecide }: Props) {
  const own = missed.totals.ofIndicator;
  const translate = useTranslate();
  const mayDecide = useMay()(decisions.create);
  return (
    <ul className="missedcards">
      {missed.data.map((row) => (
        <li key={row.id}>
          <div className="row">
            <Link to={`/contracts/${row.contractId}?why=${row.id}`} className="strong">
              {firmName(row)}
            </Link>
            <span className="spacer" />
            <VerdictChip verdict={row.verdict} />
          </div>
          <div className="caption">
            {row.parkName} {row.year} {translate(`indicators.short.${row.indicator}`)}{' '}
            {showPercent(row.attainmentPercent)}
          </div>
          {row.shortfall !== null && <div className="strong">{shortfallSaid(translate, row)}</div>}
          <Outcomes missed={row} />
          <div className="row">
            <StandingText missed={row} />
            <span className="spacer" />
            {mayDecide && row.standing === 'open' && (
              <Button onClick={() => onDecide(row.id)}>{translate('decisions.decide')}</Button>
            )}
          </div>
        </li>
      ))}
      <li className="sum strong">
        {translate('decisions.missed.sum', { smart_count: missed.totals.contracts })}{' '}
        {translate('decisions.missed.promises', { smart_count: missed.total })}
        {own && <div>{shortfallSaid(translate, { ...own, bound: missed.data[0]?.bound ?? 'at-least' })}</div>}
      </li>
    </ul>
  );
}
