import { askAnonymously } from '../providers/ask.js';
import { auth, setup } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useTheme } from 'react-admin';
import { useLocale, useLogin, useTranslate } from 'ra-core';
import { useEffect, useState, type FormEvent } from 'react';
import { LocaleSwitch, Mark, ThemeSwitch } from '../frame/AppBar.js';
import { Note } from '../parts/marks/Note.js';
import { Hint } from '../parts/marks/Hint.js';
import { useZoneName } from '../providers/zone.js';
import { problemOf, sentenceOf } from '../providers/problem.js';

type Demo = AnswerOf<typeof auth.demo>;

/**
 * A plain form in the middle of the page. After a failed sign-in the typed name stays, and a sentence says what to do.
 */
export default function LoginPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const [theme] = useTheme();
  const zoneName = useZoneName().name;
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [first, setFirst] = useState(false);
  const [demo, setDemo] = useState<Demo | null>(null);

  useEffect(() => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
    document.documentElement.dataset.theme = theme;
    document.title = `${translate('access.title')} · ${translate('access.product')}`;
  }, [locale, theme, translate]);
  useEffect(() => {
    void askAnonymously(setup.open).then((answer) => setFirst(answer?.open === true));
    void askAnonymously(auth.demo).then((answer) => setDemo(answer?.demo ? answer : null));
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (username.trim() === '' || password === '') {
      setFailure(translate('access.needBoth'));
      return;
    }
    setBusy(true);
    setFailure(null);
    login({ username: username.trim(), password }).catch((error: unknown) => {
      const problem = problemOf(error);
      // Here 401 means a wrong password, not an ended session.
      setFailure(
        sentenceOf(
          problem.status === 401 && problem.code.startsWith('status.') ? { ...problem, code: 'login.failed' } : problem,
          translate,
        ),
      );
      setBusy(false);
    });
  };

  return (
    <main className="login">
      <div className="card loginsheet">
        <div className="row">
          <Mark />
          <span className="strong">{zoneName}</span>
          <span className="spacer" />
          <ThemeSwitch />
          <LocaleSwitch />
        </div>
        <h1>{translate('access.product')}</h1>
        <form onSubmit={submit} noValidate>
          <TextField
            id="username"
            label={translate('access.username')}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoFocus
            slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false } }}
          />
          <TextField
            id="password"
            label={translate('access.password')}
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            slotProps={{ htmlInput: { autoComplete: 'current-password' } }}
          />
          <div role="alert" className="loginfailure">
            {failure && <Hint verdict="breach">{failure}</Hint>}
          </div>
          <Button type="submit" variant="contained" disabled={busy} fullWidth>
            {translate(busy ? 'access.signingIn' : 'access.signIn')}
          </Button>
        </form>
        {first && (
          <div className="loginfirst">
            <Note>{translate('access.first')}</Note>
          </div>
        )}
        {demo && demo.accounts.length > 0 && (
          <div className="logindemo">
            <div className="caption">{translate('access.demo')}</div>
            <div className="row wrap">
              {demo.accounts.map((account) => (
                <button
                  key={account.username}
                  type="button"
                  className="tag"
                  onClick={() => {
                    setUsername(account.username);
                    document.getElementById('password')?.focus();
                  }}
                >
                  <span className="code">{account.username}</span>
                  {translate(`access.role.${account.role}`)}
                </button>
              ))}
            </div>
            <div className="caption">{translate('access.demoPassword')}</div>
          </div>
        )}
      </div>
    </main>
  );
}
