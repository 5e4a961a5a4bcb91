import { decisions } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Contract } from '@crm/api-contract/contracts';
import type { MissedPromise } from '@crm/api-contract/decisions';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import type { Go, PanelProps } from '../../contracts/index.js';
import { shown, unitSaid, withUnit } from '../../commitments/index.js';
import { TableCard } from '../../parts/tables/TableCard.js';
import { VerdictChip } from '../../parts/marks/VerdictChip.js';
import { useMay } from '../../providers/abilities.js';
import { StandingText } from '../Outcomes.js';
import { useMissedOf } from '../useDecisions.js';
import { ClauseCard } from './ClauseCard.js';
import { DecisionHistory } from './DecisionHistory.js';
import { ConsequenceWhy } from './ConsequenceWhy.js';
import '../../parts/layout/reading.css';
import '../decisions.css';

/**
 * 后果与决定: missed commitments and possible consequences with their calculation; the clauses of the contract; the
 * decisions.
 */
export default function ConsequencePanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const answer = useMissedOf(contract.id);
  return (
    <div className="consequencecards">
      <TableCard<MissedPromise>
        name="missed-of-contract"
        title={translate('decisions.missed.title')}
        caption={translate('decisions.missedCaption')}
        answer={answer}
        rowHeight={56}
        className="missed"
        columns={[
          {
            source: 'year',
            label: 'promises.year',
            className: 'nowrap',
            cell: (row) => `${row.year} ${withUnit(translate, row, 'wan', 'short')}`,
          },
          { source: 'verdict', label: 'promises.verdict', cell: ({ verdict }) => <VerdictChip verdict={verdict} /> },
          {
            source: 'shortfall',
            label: 'promises.shortfall',
            unit: 'parts.unit.wan',
            number: true,
            className: 'strong',
            cell: (row) => shown(translate, row, row.shortfall),
          },
          { source: 'consequences', label: 'decisions.mayBeDone', cell: (row) => <ConsequenceWhy missed={row} /> },
          {
            source: 'standing',
            label: 'decisions.missed.standing',
            className: 'nowrap',
            cell: (row) => <Standing missed={row} contract={contract} go={go} />,
          },
        ]}
        phoneRow={(row) => (
          <div className="phonerow">
            <span className="row">
              <b className="strong">{`${row.year} ${withUnit(translate, row, 'wan', 'short')}`}</b>
              <span className="spacer" />
              <VerdictChip verdict={row.verdict} />
            </span>
            <span>
              {translate('promises.shortfall')} <b className="strong">{shown(translate, row, row.shortfall)}</b>{' '}
              {unitSaid(translate, row.unit)}
            </span>
            <ConsequenceWhy missed={row} />
            <Standing missed={row} contract={contract} go={go} />
          </div>
        )}
        none={{
          icon: 'check',
          title: translate('decisions.nothingMissed'),
          why: translate('decisions.nothingMissedWhy'),
        }}
      />
      <ClauseCard contract={contract} go={go} />
      <DecisionHistory contract={contract} go={go} />
    </div>
  );
}

/** The state of the decision, and the button to decide. */
function Standing({ missed, contract, go }: { missed: MissedPromise; contract: Contract; go: Go }) {
  const translate = useTranslate();
  const mayDecide = useMay()(decisions.create, contract) && isLive(contract.status);
  return (
    <>
      <StandingText missed={missed} />
      {mayDecide && missed.standing === 'open' && (
        <div>
          <Button
            size="small"
            onClick={() => go({ decide: missed.id })}
            aria-label={translate('decisions.decideSaid', {
              firm: contract.enterpriseShortName,
              year: missed.year,
              indicator: translate(`indicators.short.${missed.indicator}`),
            })}
          >
            {translate('decisions.decide')}
          </Button>
        </div>
      )}
    </>
  );
}
