import { duplicates } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { DuplicateMatch } from '@crm/api-contract/leads';
import { isReason } from '@crm/domain/enterprises';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { dayOf } from '../parts/text/days.js';
import { Icon } from '../parts/marks/Icon.js';
import { Tag } from '../parts/marks/Tag.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { useAsk } from '../providers/useAsk.js';
import { usePaused } from '../verbs/usePaused.js';

interface Typed {
  readonly name?: string;
  readonly creditCode?: string;
  readonly phone?: string;
  readonly phoneReason?: string;
}

/** From the eleventh number of an hour on, the server asks why; a reason that says nothing is asked again. */
const REASONED: readonly string[] = ['phone.reason', 'reason.says-nothing'];

/** A whole answer, or one without the number while it needs a reason. */
function useDuplicates(typed: Typed, long: boolean) {
  const whole = useAsk(duplicates.check, { query: typed }, { enabled: long, placeholderData: keepPreviousData });
  const refused = whole.error ? problemOf(whole.error) : null;
  const needsReason = refused !== null && REASONED.includes(refused.code);
  const { phone: _phone, phoneReason: _reason, ...rest } = typed;
  const without = useAsk(duplicates.check, { query: rest }, { enabled: needsReason && Object.keys(rest).length > 0 });
  return { matches: (whole.data ?? without.data)?.data ?? [], refused: needsReason ? refused : null };
}

/** Possible duplicates under the name field, with the reason and the owner; masked outside the reader's scope. */
export function DuplicateHint() {
  const translate = useTranslate();
  const [name, creditCode, phone] = useWatch({ name: ['enterpriseName', 'creditCode', 'contactPhone'] }) as (
    string | null | undefined
  )[];
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const given = (text: string | null | undefined) => text?.trim() || undefined;
  const typed = usePaused(
    JSON.stringify({
      name: given(name),
      creditCode: given(creditCode),
      phone: given(phone),
      phoneReason: phone && isReason(reason) ? reason.trim() : undefined,
    }),
  );
  const long = (name?.trim().length ?? 0) + (creditCode?.length ?? 0) + (phone?.length ?? 0) >= 2;
  const { matches, refused } = useDuplicates(JSON.parse(typed) as Typed, typed !== '{}' && long);
  // The reason stays for the further numbers of this form.
  if (refused && !asked) setAsked(true);
  if (typed === '{}' || (matches.length === 0 && !asked)) return null;
  return (
    <div className="duplicates" role="status">
      {matches.length > 0 && (
        <div className="heading">
          <Icon name="alert" />
          <b className="strong">{translate('leads.duplicates.title', { smart_count: matches.length })}</b>
          <span className="spacer" />
          <span className="caption">{translate('leads.duplicates.how')}</span>
        </div>
      )}
      {matches.map((match, index) => (
        <Match key={`${match.enterpriseId ?? 'masked'}${index}`} match={match} typed={name?.trim() ?? ''} />
      ))}
      {asked && (
        <div className="found">
          <TextField
            size="small"
            fullWidth
            label={translate('leads.duplicates.phoneReason')}
            value={reason}
            helperText={refused ? sentenceOf(refused, translate) : translate('leads.duplicates.phoneKept')}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
          />
        </div>
      )}
      {matches.length > 0 && <div className="found caption">{translate('leads.duplicates.reason')}</div>}
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
