import { leads } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { LeadDetail } from '@crm/api-contract/leads';
import { isGivenUp, leadStages, type LeadStage } from '@crm/domain/leads';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useMay } from '../providers/abilities.js';
import { LossDialog } from './LossDialog.js';
import { useLeadMove } from './useLeadMove.js';

const WALKED = leadStages.filter((stage) => !isGivenUp(stage));

/** The stage of a lead, and the stages it may move to. */
export function StageSteps({ lead }: { lead: LeadDetail }) {
  const translate = useTranslate();
  const move = useLeadMove();
  const mayMove = useMay()(leads.move, lead);
  const [giving, setGiving] = useState<LeadStage | null>(null);
  const [busy, setBusy] = useState(false);
  const at = WALKED.indexOf(lead.stage);
  const go = async (stage: LeadStage, reason?: string) => {
    setBusy(true);
    const moved = await move(lead, stage, reason);
    setBusy(false);
    if (moved) setGiving(null);
  };
  const forward = lead.allowedStages.filter((stage) => !isGivenUp(stage) && WALKED.indexOf(stage) > at);
  const back = lead.allowedStages.filter((stage) => !isGivenUp(stage) && WALKED.indexOf(stage) <= at);
  const away = lead.may.includes('lose Lead') ? lead.allowedStages.filter(isGivenUp) : [];
  return (
    <section className="card" aria-label={translate('leads.stage')}>
      <div className="cardbody stack">
        <ol className="stagesteps">
          {WALKED.map((stage, index) => (
            <li
              key={stage}
              className={index < at ? 'done' : index === at ? 'now' : undefined}
              aria-current={index === at ? 'step' : undefined}
            >
              {translate(`leads.stages.${stage}`)}
            </li>
          ))}
        </ol>
        {mayMove && lead.allowedStages.length > 0 && (
          <div className="row wrap noprint stepacts">
            <span className="caption">{translate('leads.progress')}</span>
            {forward.map((stage, index) => (
              <Button
                key={stage}
                size="small"
                variant={index === 0 && at >= 0 ? 'contained' : 'outlined'}
                disabled={busy}
                onClick={() => void go(stage)}
              >
                {at < 0 ? translate('leads.reopen') : translate(`leads.stages.${stage}`)}
              </Button>
            ))}
            {back.map((stage) => (
              <Button key={stage} size="small" disabled={busy} onClick={() => void go(stage)}>
                ← {translate(`leads.stages.${stage}`)}
              </Button>
            ))}
            <span className="spacer" />
            {away.map((stage) => (
              <Button
                key={stage}
                size="small"
                variant="text"
                color="error"
                disabled={busy}
                onClick={() => setGiving(stage)}
              >
                {translate(`leads.stages.${stage}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {giving && (
        <LossDialog
          name={lead.enterpriseName}
          onConfirm={(reason) => go(giving, reason)}
          onClose={() => setGiving(null)}
        />
      )}
    </section>
  );
}
