import Button from '@mui/material/Button';
import type { ConsequenceClause } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { ReactNode } from 'react';
import type { Go } from '../../contracts/page/panel.js';
import { Answer } from '../../parts/Answer.js';
import { ByWhom } from '../../parts/ByWhom.js';
import { Card } from '../../parts/Card.js';
import { Icon } from '../../parts/Icon.js';
import { showDecimal } from '../../parts/numbers.js';
import { ScrollX, Tag } from '../../parts/Small.js';
import { EmptyState } from '../../parts/Waiting.js';
import { useAbility } from '../../providers/abilities.js';
import { useClausesOf } from '../useDecisions.js';
import { mayAmendClauses, mayWriteClause } from './clauseWays.js';

type Wording = Pick<ConsequenceClause, 'cureDays' | 'percent' | 'from'>;

/** 90 天 · 差额的 100 % · 低于容忍度. */
const measureOf = ({ cureDays, percent, from }: Wording, translate: TranslateFunction): string =>
  [cureDays === null ? null : translate('decisions.days', { smart_count: cureDays }), percent === null ? null : translate('decisions.ofGap', { percent: showDecimal(percent) }), translate(`decisions.from.${from}`)].filter(Boolean).join('·');

/** 后果条款: what the contract says may follow; before and after stay, with who changed it and why. */
export function ClauseCard({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const ability = useAbility();
  const answer = useClausesOf(contract.id);
  const { data } = answer;
  const [mayWrite, mayAmend] = [mayWriteClause(contract, ability), mayAmendClauses(contract, ability)];
  const add = (icon?: ReactNode) =>
    (mayWrite || mayAmend) && (
      <Button startIcon={icon} onClick={() => go(mayWrite ? { clause: 'new' } : { supplement: 'clause' })}>
        {translate(mayWrite ? 'decisions.addClause' : 'decisions.addBySupplement')}
      </Button>
    );
  // A draft's clause is changed as such; what is signed, in the supplement that will change it.
  const changed = (id: string): Record<string, string> => (contract.status === 'draft' ? { clause: id } : { supplement: id });
  return (
    <Card flush title={translate('decisions.clausesTitle')} actions={data && data.length > 0 && add(<Icon name="plus" />)}>
      <Answer answer={answer} rows={2} none={(data) => data.length === 0 && <EmptyState icon="scales" title={translate('decisions.noClauses')} why={translate('decisions.noClausesWhy')} action={add()} />}>
        {(data) => (
          <ScrollX label={translate('decisions.clausesTitle')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{translate('decisions.clauseKind')}</th>
                  <th scope="col">{translate('decisions.measure')}</th>
                  <th scope="col">{translate('promises.indicator')}</th>
                  <th scope="col">{translate('decisions.text')}</th>
                  <th scope="col">{translate('promises.changedBy')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {data.flatMap((clause) =>
                  clause.wordings.map((wording, index) => (
                    <tr key={wording.id} className={wording.knownTo === null ? undefined : 'past'}>
                      <th scope="row" className="nw">
                        {index === 0 ? translate(`decisions.clause.${clause.kind}`) : ''} {index === 0 && clause.ended && <Tag>{translate('decisions.ended')}</Tag>}
                      </th>
                      <td>{measureOf(wording, translate)}</td>
                      <td>{wording.indicators.map((one) => translate(`performance.short.${one}`)).join('、')}</td>
                      <td>
                        {wording.text}
                        {wording.reason && <div className="t-cap">{wording.reason}</div>}
                        {wording.endReason && <div className="t-cap">{translate('decisions.endedBecause', { reason: wording.endReason })}</div>}
                      </td>
                      <ByWhom name={wording.enteredBy} at={wording.knownFrom} />
                      <td>
                        {(contract.status === 'draft' ? mayWrite : mayAmend) && index === 0 && !clause.ended && (
                          <button type="button" className="aslink" onClick={() => go(changed(clause.id))}>
                            {translate(contract.status === 'draft' ? 'decisions.changeClause' : 'decisions.bySupplement')}
                          </button>
                        )}
                      </td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </ScrollX>
        )}
      </Answer>
    </Card>
  );
}
