import { workingDays } from '@crm/api-contract/routes';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { DayBox } from '../parts/fields/DayBox.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Hint } from '../parts/marks/Hint.js';
import { useCan } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';

/** 推算截止日: working days count from the next day; a year without a calendar is reported, never guessed. */
export function WorkingDayCard({ today }: { today: string }) {
  const translate = useTranslate();
  const mayAsk = useCan('read', 'WorkingDay');
  const [received, setReceived] = useState(today);
  const [days, setDays] = useState('5');
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(received) && /^[1-9]\d{0,2}$/.test(days) && Number(days) <= 365;
  const query = { received, workingDays: days };
  const { data, error } = useAsk(workingDays.due, { query }, { enabled: mayAsk && asked });
  if (!mayAsk) return null;
  return (
    <Card title={translate('standards.dueTitle')} caption={translate('standards.dueCaption')}>
      <div className="duecard">
        <label>
          <span className="caption">{translate('standards.received')}</span>
          <DayBox className="field" value={received} onChange={setReceived} />
        </label>
        <label>
          <span className="caption">{translate('standards.workingDays')}</span>
          <input
            type="text"
            inputMode="numeric"
            className="field days"
            value={days}
            onChange={(event) => setDays(event.target.value.trim())}
          />
        </label>
        <div aria-live="polite">
          <span className="caption">{translate('standards.due')}</span>
          <div className="keynumber small">{asked && data ? data.due : '—'}</div>
        </div>
        <div>
          <span className="caption">{translate('standards.extensionUntil')}</span>
          <div className="strong">{asked && data ? data.extensionUntil : '—'}</div>
        </div>
      </div>
      {error && <ErrorSentence error={error} />}
      {asked && data && data.yearsNotLoaded.length > 0 && (
        <Hint verdict="warning">{translate('standards.notLoaded', { years: data.yearsNotLoaded.join('、') })}</Hint>
      )}
    </Card>
  );
}
