import { setup } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { LocaleSwitch, Mark, ThemeSwitch } from '../frame/AppBar.js';
import { Icon } from '../parts/marks/Icon.js';
import { Note } from '../parts/marks/Note.js';
import { showInstant } from '../parts/text/days.js';
import { postAnonymously } from '../providers/ask.js';
import { problemOf } from '../providers/problem.js';
import { SetupForm } from './SetupForm.js';
import './zone.css';

type Checked = AnswerOf<typeof setup.check>;

/** 首次设置: opened by the one-time link that the start printed; outside the frame, before anybody can sign in. */
export default function SetupPage() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState<string | null>(token === '' ? 'setup.link' : null);
  useEffect(() => {
    document.title = translate('firstVisit.title');
  }, [translate]);
  useEffect(() => {
    if (token === '') return;
    postAnonymously(setup.check, { body: { token } }).then(setChecked, (error: unknown) =>
      setFault(problemOf(error).code),
    );
  }, [token]);
  return (
    <>
      <header className="setuphead">
        <Mark />
        <b className="strong">{translate('access.product')}</b>
        <span className="spacer" />
        <ThemeSwitch />
        <LocaleSwitch />
      </header>
      <main className="setup">
        {fault !== null && <Closed done={fault === 'setup.done'} />}
        {checked && (
          <>
            <aside>
              <h1>{translate('firstVisit.title')}</h1>
              <p className="quiet">{translate('firstVisit.why')}</p>
              <ol className="setupsteps">
                <li>
                  <b className="strong">{translate('firstVisit.steps.now')}</b>
                  <span>{translate('firstVisit.steps.nowWhat')}</span>
                </li>
                <li>
                  <b className="strong">{translate('firstVisit.steps.next')}</b>
                  <span>{translate('firstVisit.steps.nextWhat')}</span>
                </li>
              </ol>
              <Note>{translate('firstVisit.until', { at: showInstant(checked.expiresAt) })}</Note>
            </aside>
            <SetupForm token={token} zone={checked.zone} onClosed={() => setFault('setup.done')} />
          </>
        )}
      </main>
    </>
  );
}

/** Somebody has been here before, or the link is not whole. */
function Closed({ done }: { done: boolean }) {
  const translate = useTranslate();
  return (
    <div className="empty">
      <Icon name={done ? 'check' : 'lock'} />
      <b>{translate(done ? 'firstVisit.already' : 'firstVisit.noToken')}</b>
      <span className="quiet">{translate(done ? 'firstVisit.alreadyWhy' : 'firstVisit.noTokenWhy')}</span>
      {done && (
        <Button variant="contained" component={Link} to="/login">
          {translate('firstVisit.signIn')}
        </Button>
      )}
    </div>
  );
}
