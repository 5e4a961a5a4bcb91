import { milestoneExtensions, milestones } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useMay } from '../providers/abilities.js';
import { usePendingExtensions } from '../progress/index.js';
import { stopsOf, type Stop } from '../contracts/index.js';
import { useClock } from './useClock.js';

/** Keeps the height of an empty line. */
const NOTHING = '\u00a0';

/** 节点 in one line of six: a glyph for punctuality, plan above actual; the line to open ones is dashed. */
export function Stops({
  contract,
  today,
  onReach,
  onExtend,
  onEvidence,
}: {
  contract: Contract;
  today: string;
  onReach: (milestoneId: string) => void;
  onExtend: (milestoneId: string) => void;
  onEvidence: (milestoneId: string) => void;
}) {
  const translate = useTranslate();
  const may = useMay();
  const live = isLive(contract.status);
  const mayRecord = live && may(milestones.record, contract);
  const mayExtend = live && may(milestoneExtensions.ask, contract);
  const waiting = usePendingExtensions(contract.id, contract.milestones.length > 0);
  const stops = stopsOf(contract, today);
  const planned = stops.some((stop) => stop.planned !== null);
  const clock = useClock();
  const plan = (stop: Stop): string => {
    if (stop.planned) return translate('contracts.stop.planned', { day: stop.planned });
    return stop.kind === 'full-production' && contract.fullProductionYear
      ? translate('contracts.stop.owedFrom', { year: contract.fullProductionYear })
      : NOTHING;
  };
  return (
    <Card flush title={translate('contracts.stops')} caption={translate('contracts.stopsCaption')}>
      <ol className="stops">
        {stops.map((stop) => (
          <li key={stop.kind} className={stop.actual === null ? 'open' : undefined}>
            <div className="dot">
              <VerdictGlyph verdict={stop.verdict} size={14} />
            </div>
            <div className="strong">{translate(`contracts.stop.${stop.kind}`)}</div>
            {(planned || stop.kind === 'full-production') && (
              <div className={plan(stop) === NOTHING ? 'caption blank' : 'caption'}>{plan(stop)}</div>
            )}
            {stop.extendedTo !== null && (
              <div className="caption">{translate('contracts.stop.extended', { day: stop.extendedTo })}</div>
            )}
            <div className="day">
              {stop.actual
                ? translate('contracts.stop.actual', { day: stop.actual })
                : translate('contracts.stop.notYet')}
            </div>
            <div
              className={
                stop.verdict === 'met' || stop.verdict === 'not-due' ? 'state caption' : `state strong ${stop.verdict}`
              }
            >
              {clock(stop) ?? NOTHING}
            </div>
            {stop.id !== null && stop.actual !== null && (
              <button
                type="button"
                className="aslink noprint"
                aria-label={translate('progress.receipts.evidenceOf', {
                  stop: translate(`contracts.stop.${stop.kind}`),
                })}
                onClick={() => onEvidence(stop.id!)}
              >
                {translate('progress.receipts.evidence')}
              </button>
            )}
            {stop.id !== null && stop.actual === null && (
              <div className="row moves noprint">
                {mayRecord && (
                  <button
                    type="button"
                    className="aslink"
                    aria-label={translate('contracts.reach.said', { stop: translate(`contracts.stop.${stop.kind}`) })}
                    onClick={() => onReach(stop.id!)}
                  >
                    {translate('contracts.reach.record')}
                  </button>
                )}
                {waiting.includes(stop.id) ? (
                  <span className="caption">{translate('progress.extend.waiting')}</span>
                ) : (
                  mayExtend &&
                  stop.planned !== null && (
                    <button
                      type="button"
                      className="aslink"
                      aria-label={translate('progress.extend.said', { stop: translate(`contracts.stop.${stop.kind}`) })}
                      onClick={() => onExtend(stop.id!)}
                    >
                      {translate('progress.extend.ask')}
                    </button>
                  )
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
