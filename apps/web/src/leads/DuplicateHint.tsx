import { duplicates } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { DuplicateMatch } from '@crm/api-contract/leads';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { dayOf } from '../parts/text/days.js';
import { Icon } from '../parts/marks/Icon.js';
import { Tag } from '../parts/marks/Tag.js';
import { useAsk } from '../providers/useAsk.js';

const PAUSE_MS = 300;

/** The typed value, once typing pauses. */
function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** Possible duplicates under the name field, with the reason and the owner; masked outside the reader's scope. */
export function DuplicateHint() {
  const translate = useTranslate();
  const [name, creditCode, phone] = useWatch({ name: ['enterpriseName', 'creditCode', 'contactPhone'] }) as (
    string | null | undefined
  )[];
  const typed = usePaused(
    JSON.stringify({
      name: name?.trim() || undefined,
      creditCode: creditCode?.trim() || undefined,
      phone: phone?.trim() || undefined,
    }),
  );
  const { data } = useAsk(
    duplicates.check,
    { query: JSON.parse(typed) as Record<string, string> },
    {
      enabled: typed !== '{}' && (name?.trim().length ?? 0) + (creditCode?.length ?? 0) + (phone?.length ?? 0) >= 2,
      placeholderData: keepPreviousData,
    },
  );
  if (!data || data.data.length === 0 || typed === '{}') return null;
  return (
    <div className="duplicates" role="status">
      <div className="heading">
        <Icon name="alert" />
        <b className="strong">{translate('leads.duplicates.title', { smart_count: data.data.length })}</b>
        <span className="spacer" />
        <span className="caption">{translate('leads.duplicates.how')}</span>
      </div>
      {data.data.map((match, index) => (
        <Match key={`${match.enterpriseId ?? 'masked'}${index}`} match={match} typed={name?.trim() ?? ''} />
      ))}
      <div className="found caption">{translate('leads.duplicates.reason')}</div>
    </div>
  );
}

function Match({ match, typed }: { match: DuplicateMatch; typed: string }) {
  const translate = useTranslate();
  const report = match.firstReport;
  const who = report && (report.ownerName ?? report.departmentName ?? translate('leads.duplicates.outside'));
  const held = !report
    ? translate('leads.duplicates.notReported')
    : translate(report.mine ? 'leads.duplicates.mine' : 'leads.duplicates.reported', {
        who,
        day: dayOf(new Date(report.reportedAt)),
      }) + (report.stage ? ` · ${translate(`leads.stages.${report.stage}`)}` : '');
  const to = report?.leadId
    ? `/leads/${report.leadId}/show`
    : match.enterpriseId
      ? `/enterprises/${match.enterpriseId}/show`
      : null;
  return (
    <div className="found">
      <div>
        <div className="row wrap">
          <b className="strong">
            <Marked text={match.name} part={typed} />
          </b>
          <Tag>
            {!match.visible && <Icon name="lock" />}
            {translate(`leads.duplicates.${match.visible ? match.reason : 'outside'}`)}
          </Tag>
        </div>
        <div className="caption">
          {match.visible ? held : `${translate(`leads.duplicates.${match.reason}`)} · ${held}`}
        </div>
      </div>
      <span className="spacer" />
      {to && (
        <Button size="small" component={Link} to={to}>
          {translate('leads.duplicates.open')}
        </Button>
      )}
    </div>
  );
}

function Marked({ text, part }: { text: string; part: string }) {
  const at = part === '' ? -1 : text.indexOf(part);
  if (at < 0) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{part}</mark>
      {text.slice(at + part.length)}
    </>
  );
}
