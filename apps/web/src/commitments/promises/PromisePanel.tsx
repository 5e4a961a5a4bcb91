import { useTranslate } from 'ra-core';
import { AsOfSelect, readMoment } from '../../portfolio/index.js';
import { type PanelProps, useActuals, useAssessments, useAssessmentsAsOf } from '../../contracts/index.js';
import { PromiseCard } from './PromiseCard.js';

/**
 * 承诺与履约 of one contract, today or as of a past day. The verdict with open reasons, and the commitment of a reminder,
 * are in the URL.
 */
export default function PromisePanel({ contract, today, search, go }: PanelProps) {
  const translate = useTranslate();
  const moment = readMoment(search, today);
  const standing = useAssessments(contract.id);
  const looking = useAssessmentsAsOf(contract.id, moment);
  const known = useActuals(contract.id).data?.filter(({ knownTo }) => knownTo === null) ?? [];
  const commitmentId = search.get('commitment');
  return (
    <>
      {contract.commitments.length > 0 && contract.signedOn !== null && (
        <div className="row wrap lookback noprint">
          <AsOfSelect
            moment={moment}
            today={today}
            onChange={(next) =>
              go({ asOf: next?.asOf ?? null, known: next?.known === 'then' ? 'then' : null, why: null })
            }
          />
          {moment && (
            <span className="caption">{translate(`overview.asOf.says.${moment.known}`, { day: moment.asOf })}</span>
          )}
        </div>
      )}
      <PromiseCard
        contract={contract}
        assessments={moment ? looking : standing}
        actuals={moment ? none : known}
        why={search.get('why')}
        marked={commitmentId ? { commitmentId, year: Number(search.get('year')) } : null}
        onWhy={(assessmentId) => go({ why: assessmentId })}
      />
    </>
  );
}

const none: never[] = [];
