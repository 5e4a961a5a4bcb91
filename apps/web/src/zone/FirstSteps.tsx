import type { FirstChecklist } from '@crm/api-contract/zone';
import { firstChecklist } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { useMenu } from '../frame/useMenu.js';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { Note } from '../parts/marks/Note.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerb } from '../verbs/useVerb.js';
import './zone.css';

type Step = FirstChecklist['steps'][number];

/** The page of each step, where there is one; the menu says whether the reader has it. */
const PAGES: Readonly<Partial<Record<Step['step'], string>>> = {
  departments: '/users',
  people: '/users',
  parks: '/parks',
  industries: '/industries',
  standards: '/standards',
  calendar: '/imports',
  approvals: '/settings/approval-policies',
  ledger: '/imports',
};

/** 开工清单 on an administrator’s home, until it is done or put away. */
export default function FirstSteps() {
  const may = useMay();
  return may(firstChecklist.one) ? <Checklist /> : null;
}

function Checklist() {
  const translate = useTranslate();
  const may = useMay();
  const menu = useMenu();
  const { data } = useAsk(firstChecklist.one, {});
  const putAway = useVerb(firstChecklist.putAway, { said: translate('checklist.awayNow') });
  if (!data || data.away || data.done === data.steps.length) return null;
  const left = data.steps.length - data.done;
  const pageOf = (step: Step['step']) => menu.find(({ path }) => path === PAGES[step])?.path;
  return (
    <Card
      title={translate('checklist.title')}
      caption={`${translate('checklist.doneOf', { done: data.done, all: data.steps.length })} · ${translate('checklist.left', { count: left, smart_count: left })}`}
      actions={
        may(firstChecklist.putAway) && (
          <Button size="small" onClick={() => putAway.mutate({ body: { away: true } })}>
            {translate('checklist.putAway')}
          </Button>
        )
      }
      flush
    >
      {data.administrators === 1 && (
        <div className="firstnote">
          <Note kind="warning">{translate('checklist.alone')}</Note>
        </div>
      )}
      <ol className="firststeps">
        {data.steps.map((step, index) => (
          <StepLine key={step.step} step={step} number={index + 1} page={pageOf(step.step)} />
        ))}
      </ol>
    </Card>
  );
}

function StepLine({ step, number, page }: { step: Step; number: number; page: string | undefined }) {
  const translate = useTranslate();
  const may = useMay();
  const answer = useVerb(firstChecklist.answer, { said: translate('zonePage.saved') });
  const say = (next: 'done' | 'later' | 'open') => answer.mutate({ body: { step: step.step, answer: next } });
  const name = translate(`checklist.step.${step.step}`);
  return (
    <li>
      <span className={`dot ${step.state}`} role="img" aria-label={translate(`checklist.state.${step.state}`)}>
        {step.state === 'done' ? <Icon name="check" size={12} /> : number}
      </span>
      <b className="strong">{name}</b>
      <span>{factOf(translate, step)}</span>
      <span className="caption">{translate(`checklist.why.${step.step}`)}</span>
      <span className="doors">
        {may(firstChecklist.answer) && step.saidDone && step.state !== 'done' && (
          <Button size="small" onClick={() => say('done')}>
            {translate(step.step === 'backup' ? 'checklist.sayDone' : 'checklist.said')}
          </Button>
        )}
        {may(firstChecklist.answer) && (step.state === 'open' || step.state === 'under-way') && (
          <Button size="small" onClick={() => say('later')}>
            {translate('checklist.later')}
          </Button>
        )}
        {may(firstChecklist.answer) && (step.state === 'later' || (step.saidDone && step.state === 'done')) && (
          <Button size="small" onClick={() => say('open')}>
            {translate(step.state === 'later' ? 'checklist.again' : 'checklist.undo')}
          </Button>
        )}
        {page && (
          <Button size="small" component={Link} to={page} aria-label={`${translate('checklist.open')} ${name}`}>
            {translate('checklist.open')}
          </Button>
        )}
      </span>
    </li>
  );
}

function factOf(translate: TranslateFunction, { step, state, facts }: Step): string {
  switch (step) {
    case 'people': {
      const people = translate('checklist.fact.people', facts);
      return facts.waiting ? people + translate('checklist.fact.waiting', facts) : people;
    }
    case 'calendar': {
      const year = Number(facts.year);
      const said = (loaded: unknown, of: number) =>
        translate(loaded ? 'checklist.fact.loaded' : 'checklist.fact.notLoaded', { year: of });
      return `${said(facts.thisYear, year)} · ${said(facts.nextYear, year + 1)}`;
    }
    case 'backup':
      return translate(state === 'done' ? 'checklist.fact.backupDone' : 'checklist.fact.backup');
    default:
      return translate(`checklist.fact.${step}`, { ...facts, smart_count: Number(facts.count ?? 0) });
  }
}
