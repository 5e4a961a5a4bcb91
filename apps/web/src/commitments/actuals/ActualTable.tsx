import type { Actual } from '@crm/api-contract/commitments';
import { useGetIdentity, useTranslate } from 'ra-core';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { FilesCard } from '../../files/index.js';
import { Money } from '../../parts/text/Amounts.js';
import { Card } from '../../parts/layout/Card.js';
import { dayOf, showInstant } from '../../parts/text/days.js';
import { Icon } from '../../parts/marks/Icon.js';
import { showQuantity, sayQuantity } from '../../reference/quantities.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import { Hint } from '../../parts/marks/Hint.js';
import { Tag } from '../../parts/marks/Tag.js';
import { UnitHead } from '../../parts/tables/UnitHead.js';
import { useAbility } from '../../providers/abilities.js';
import { withUnit } from '../promises/quantities.js';
import { VerifyDialog } from './VerifyDialog.js';
import '../../parts/layout/reading.css';
import '../promises/promises.css';
import './actuals.css';

interface Props {
  rows: readonly Actual[];
  onCorrect: (actual: Actual) => void;
  /** Of more than one contract: firm and project stand in front. */
  across?: boolean;
}

/** 实绩 of one contract, on a card of its own. */
export default function ActualTable(props: Props) {
  return (
    <Card flush>
      <ActualRows {...props} />
    </Card>
  );
}

/**
 * What was reported, by whom, and whether another has verified it. What was corrected stays, crossed out, with the
 * reason of its successor.
 */
export function ActualRows({ rows, onCorrect, across = false }: Props) {
  const translate = useTranslate();
  const ability = useAbility();
  const { identity } = useGetIdentity();
  const [verifying, setVerifying] = useState<Actual | null>(null);
  const [evidenceOf, setEvidenceOf] = useState<Actual | null>(null);
  // The column stands only where sources disagree: most figures have one source.
  const rivals = rows.some((row) => row.rivals.length > 0);
  const mayVerify = ability.can('verify', 'Actual');
  const mayCorrect = ability.can('create', 'Actual');
  const inWords = (actual: Actual): string =>
    `${actual.year} ${translate(`performance.indicator.${actual.indicator}`)} ${sayQuantity(translate, actual.unit, actual.value)}`;
  return (
    <>
      <div className="scrollx">
        <table className="plain actuals">
          <thead>
            <tr>
              {across && <th scope="col">{translate('actuals.firm')}</th>}
              {across && <th scope="col">{translate('contracts.number')}</th>}
              <th scope="col">{translate('actuals.year')}</th>
              <th scope="col">{translate('actuals.indicator')}</th>
              <UnitHead name={translate('actuals.value')} unit={translate('parts.unit.wan')} />
              {rivals && <UnitHead name={translate('actuals.otherSources')} unit={translate('parts.unit.wan')} />}
              <th scope="col">{translate('actuals.sourceHead')}</th>
              <th scope="col">{translate('actuals.enteredBy')}</th>
              <th scope="col">{translate('actuals.verified')}</th>
              <th>
                <span className="unseen">{translate('actuals.moves')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.knownTo === null ? undefined : 'past'}>
                {across && (
                  <th scope="row" className="cut" title={`${row.enterpriseName} ${row.projectName}`}>
                    {row.enterpriseName}
                  </th>
                )}
                {across && (
                  <td className="nw">
                    <Link to={`/contracts/${row.contractId}?tab=actuals`}>{row.contractNumber}</Link>
                  </td>
                )}
                <td>{row.year}</td>
                <td>{withUnit(translate, row)}</td>
                <td className="num b amount">
                  {row.valueWan === null ? showDecimal(row.value) : <Money wan={row.valueWan} unit="wan" bare />}
                  {row.valueWan !== null && <span className="onphone t-cap"> {translate('parts.unit.wan')}</span>}
                  {row.rivals.length > 0 && row.counts && (
                    <div>
                      <Tag>{translate('actuals.counts')}</Tag>
                    </div>
                  )}
                  {row.questions.map((question) => (
                    <div key={question.code}>
                      <Hint verdict="warning">
                        {translate(`actuals.asked.${question.code.replace('actual.', '')}`)}
                      </Hint>
                    </div>
                  ))}
                </td>
                {rivals && (
                  <td className="num nw rivals">
                    {row.rivals.map((rival) => (
                      <div key={rival.id}>
                        <Hint verdict="warning">
                          {translate(`actuals.source.${rival.source}`)} {showQuantity(translate, row.unit, rival.value)}
                        </Hint>
                        <div className="t-cap">
                          {translate('actuals.difference', {
                            wan: `${rival.difference.startsWith('-') ? '' : '+'}${showQuantity(translate, row.unit, rival.difference)}`,
                          })}
                        </div>
                      </div>
                    ))}
                  </td>
                )}
                <td className="t-2 said">
                  {translate(`actuals.source.${row.source}`)}
                  {row.correctionReason && (
                    <div className="t-cap">
                      {translate('actuals.correctedBecause', { reason: row.correctionReason })}
                    </div>
                  )}
                  {row.note && <div className="t-cap">{row.note}</div>}
                </td>
                <td className="t-2 said">
                  {row.enteredBy ?? NONE}
                  <div className="t-cap nw">{showInstant(row.knownFrom)}</div>
                </td>
                <td className="said">
                  {row.verifiedAt ? (
                    <span className="row">
                      <Icon name="lock" size={14} label={translate('parts.amount.locked')} />
                      <span>
                        {row.verifiedBy ?? NONE}
                        <div className="t-cap nw">{dayOf(new Date(row.verifiedAt))}</div>
                      </span>
                    </span>
                  ) : row.knownTo ? (
                    <Tag>{translate('actuals.superseded')}</Tag>
                  ) : (
                    <span className="t-3">{translate('actuals.notVerified')}</span>
                  )}
                </td>
                <td className="moves">
                  <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => setEvidenceOf(row)}>
                    {translate('actuals.evidence')}
                  </button>
                  {/* Nobody verifies a figure of their own. */}
                  {row.knownTo === null && !row.locked && mayVerify && row.enteredById !== identity?.id && (
                    <button type="button" className="aslink" onClick={() => setVerifying(row)}>
                      {translate('actuals.verify')}
                    </button>
                  )}
                  {row.knownTo === null && !row.locked && mayCorrect && (
                    <button type="button" className="aslink" onClick={() => onCorrect(row)}>
                      {translate('actuals.correct')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {evidenceOf && (
        <SideDrawer
          title={translate('actuals.evidence')}
          caption={inWords(evidenceOf)}
          onClose={() => setEvidenceOf(null)}
        >
          <Suspense fallback={null}>
            <FilesCard subjectType="actual" subjectId={evidenceOf.id} />
          </Suspense>
        </SideDrawer>
      )}
      {verifying && <VerifyDialog actual={verifying} said={inWords(verifying)} onClose={() => setVerifying(null)} />}
    </>
  );
}
