import Button from '@mui/material/Button';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import type { PanelProps } from '../../contracts/page/panel.js';
import { Answer } from '../../parts/Answer.js';
import { Card } from '../../parts/Card.js';
import { shown, withUnit } from '../../commitments/promises/quantities.js';
import { ScrollX } from '../../parts/Small.js';
import { VerdictChip } from '../../parts/VerdictChip.js';
import { EmptyState } from '../../parts/Waiting.js';
import { UnitHead } from '../../parts/UnitHead.js';
import { useAbility } from '../../providers/abilities.js';
import { StandingText } from '../Outcomes.js';
import { useMissedOf } from '../useDecisions.js';
import { ClauseCard } from './ClauseCard.js';
import { DecisionHistory } from './DecisionHistory.js';
import { ConsequenceWhy } from './ConsequenceWhy.js';
import '../decisions.css';

/** 后果与决定: what was missed and what may follow, with its calculation; what the contract says; what was decided. */
export default function ConsequencePanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const ability = useAbility();
  const answer = useMissedOf(contract.id);
  const mayDecide = ability.can('decide', 'Assessment') && isLive(contract.status);
  return (
    <div className="consequencecards">
      <Card flush title={translate('decisions.missed.title')} caption={translate('decisions.missedCaption')}>
        <Answer answer={answer} rows={3} rowHeight={56} none={(data) => data.length === 0 && <EmptyState icon="check" title={translate('decisions.nothingMissed')} why={translate('decisions.nothingMissedWhy')} />}>
          {(data) => (
            <ScrollX label={translate('decisions.missed.title')}>
              <table className="plain missed stacks">
                <thead>
                  <tr>
                    <th scope="col">{translate('promises.year')}</th>
                    <th scope="col">{translate('promises.verdict')}</th>
                    <UnitHead name={translate('promises.shortfall')} unit={translate('parts.unit.wan')} />
                    <th scope="col">{translate('decisions.mayBeDone')}</th>
                    <th scope="col">{translate('decisions.missed.standing')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((row) => (
                    <tr key={row.id}>
                      <th scope="row" className="nw">
                        {row.year} {withUnit(translate, row, 'wan', 'short')}
                      </th>
                      <td>
                        <VerdictChip verdict={row.verdict} />
                      </td>
                      <td className="num b">{shown(row, row.shortfall)}</td>
                      <td>
                        <ConsequenceWhy missed={row} />
                      </td>
                      <td className="nw">
                        <StandingText missed={row} />
                        {mayDecide && row.standing === 'open' && (
                          <div>
                            <Button size="small" onClick={() => go({ decide: row.id })} aria-label={translate('decisions.decideSaid', { firm: contract.enterpriseShortName, year: row.year, indicator: translate(`performance.short.${row.indicator}`) })}>
                              {translate('decisions.decide')}
                            </Button>
                          </div>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollX>
          )}
        </Answer>
      </Card>
      <ClauseCard contract={contract} go={go} />
      <DecisionHistory contract={contract} go={go} />
    </div>
  );
}
