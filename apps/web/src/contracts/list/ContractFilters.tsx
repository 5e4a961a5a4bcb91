import { contractKinds, contractStates } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { verdicts } from '../../parts/marks/verdict.js';
import { ListSearch } from '../../parts/tables/ListFilters.js';
import { ListCount } from '../../parts/tables/ListPage.js';
import { QuestionFilters, type Question } from '../../portfolio/index.js';
import { narrowingWords, type Narrowing } from './listQuestion.js';

interface Props {
  question: Question;
  narrowing: Narrowing;
  today: string;
  set: (change: Record<string, string | null>) => void;
}

/** The filters of the overview, and those of the list alone. */
export function ContractFilters({ question, narrowing, today, set }: Props) {
  const translate = useTranslate();
  const { verdict, kind, status, counted, belowStandard, handler } = narrowing;
  return (
    <QuestionFilters
      question={question}
      today={today}
      set={set}
      dirty={isNarrowed(narrowing)}
      alsoCleared={[...narrowingWords, 'sort', 'order', 'page']}
      more={
        <>
          <FilterSelect
            label={translate('contracts.verdict')}
            value={verdict.length > 0 ? verdict.join(',') : null}
            options={[
              ...verdicts.map((value) => ({ value: value as string, label: translate(`parts.verdict.${value}`) })),
              { value: 'breach,no-data,warning', label: translate('contracts.toDecide') },
            ]}
            onChange={(next) => set({ verdict: next })}
          />
          <FilterSelect
            label={translate('contracts.kind')}
            value={kind}
            options={contractKinds.map((value) => ({ value, label: translate(`contracts.kinds.${value}`) }))}
            onChange={(next) => set({ kind: next })}
          />
          <FilterSelect
            label={translate('contracts.status')}
            value={status}
            options={contractStates.map((value) => ({ value, label: translate(`contracts.states.${value}`) }))}
            onChange={(next) => set({ status: next })}
          />
          <FilterSelect
            label={translate('contracts.scope')}
            value={counted ? 'counted' : belowStandard ? 'below' : null}
            options={[
              { value: 'counted', label: translate('contracts.counted') },
              { value: 'below', label: translate('contracts.belowStandard') },
            ]}
            onChange={(scope) =>
              set({ counted: scope === 'counted' ? '1' : null, below: scope === 'below' ? '1' : null })
            }
          />
          {handler !== null && (
            <FilterSelect
              label={translate('contracts.handler')}
              value={handler}
              options={[{ value: handler, label: handler }]}
              onChange={(next) => set({ handler: next })}
            />
          )}
        </>
      }
    >
      <ListSearch placeholder={translate('contracts.search')} />
      <ListCount said="contracts.count" />
    </QuestionFilters>
  );
}

const isNarrowed = ({ q, kind, status, verdict, counted, belowStandard, handler }: Narrowing): boolean =>
  [q, kind, status, handler].some((one) => one !== null) || verdict.length > 0 || counted || belowStandard;
