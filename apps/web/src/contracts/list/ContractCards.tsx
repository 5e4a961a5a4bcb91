import type { ContractRow } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { sayMoney } from '../../parts/text/money.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { investmentOf, type Sums } from './sums.js';

/** On a phone: two lines per contract; the whole row opens it. */
export function ContractCards({ rows, sums }: { rows: readonly ContractRow[]; sums: Sums | null }) {
  const translate = useTranslate();
  return (
    <ul className="contractcards">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={`/contracts/${row.id}`}>
            <span className="row">
              <span className="strong ellipsis">{row.projectName}</span>
              <span className="spacer" />
              {row.verdict && <VerdictChip verdict={row.verdict} />}
            </span>
            <span className="caption">
              {[
                row.number,
                row.kind === 'performance' ? null : translate(`contracts.kinds.${row.kind}`),
                row.parkShortName,
                row.landFree
                  ? translate('contracts.landFree')
                  : row.areaMu === null
                    ? null
                    : `${showDecimal(row.areaMu, 2)} ${translate('parts.unit.mu')}`,
                sayMoney(translate, investmentOf(row)),
              ]
                .filter(Boolean)
                .join('·')}
            </span>
          </Link>
        </li>
      ))}
      {sums && (
        <li className="sum">
          <span className="strong">{translate('contracts.sum', { smart_count: sums.contracts })}</span>
          <span className="caption">
            {[
              `${showDecimal(sums.areaMu, 2)} ${translate('parts.unit.mu')}`,
              sayMoney(translate, sums.investmentWan),
            ].join('·')}
          </span>
        </li>
      )}
    </ul>
  );
}
