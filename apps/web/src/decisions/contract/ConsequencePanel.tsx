import Button from '@mui/material/Button';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import type { PanelProps } from '../../contracts/index.js';
import { shown, unitSaid, withUnit } from '../../commitments/index.js';
import { TableCard } from '../../parts/tables/TableCard.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { useAbility } from '../../providers/abilities.js';
import { StandingText } from '../Outcomes.js';
import { useMissedOf } from '../useDecisions.js';
import { ClauseCard } from './ClauseCard.js';
import { DecisionHistory } from './DecisionHistory.js';
import { ConsequenceWhy } from './ConsequenceWhy.js';
import '../../parts/layout/reading.css';
import '../decisions.css';

/** 后果与决定: what was missed and what may follow, with its calculation; what the contract says; what was decided. */
export default function ConsequencePanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const ability = useAbility();
  const answer = useMissedOf(contract.id);
  const mayDecide = ability.can('decide', 'Assessment') && isLive(contract.status);
  return (
    <div className="consequencecards">
      <TableCard
        title={translate('decisions.missed.title')}
        caption={translate('decisions.missedCaption')}
        answer={answer}
        rowHeight={56}
        className="missed stacks"
        columns={[
          translate('promises.year'),
          translate('promises.verdict'),
          [translate('promises.shortfall'), translate('parts.unit.wan')],
          translate('decisions.mayBeDone'),
          translate('decisions.missed.standing'),
        ]}
        none={{
          icon: 'check',
          title: translate('decisions.nothingMissed'),
          why: translate('decisions.nothingMissedWhy'),
        }}
      >
        {(missed) =>
          missed.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nw">
                {row.year} {withUnit(translate, row, 'wan', 'short')}
              </th>
              <td>
                <VerdictChip verdict={row.verdict} />
              </td>
              <td className="num b">
                <span className="stacked">{translate('promises.shortfall')} </span>
                {shown(translate, row, row.shortfall)}
                <span className="stacked"> {unitSaid(translate, row.unit)}</span>
              </td>
              <td>
                <ConsequenceWhy missed={row} />
              </td>
              <td className="nw">
                <StandingText missed={row} />
                {mayDecide && row.standing === 'open' && (
                  <div>
                    <Button
                      size="small"
                      onClick={() => go({ decide: row.id })}
                      aria-label={translate('decisions.decideSaid', {
                        firm: contract.enterpriseShortName,
                        year: row.year,
                        indicator: translate(`indicators.short.${row.indicator}`),
                      })}
                    >
                      {translate('decisions.decide')}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))
        }
      </TableCard>
      <ClauseCard contract={contract} go={go} />
      <DecisionHistory contract={contract} go={go} />
    </div>
  );
}
