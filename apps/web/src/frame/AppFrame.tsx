import { useTheme } from 'react-admin';
import { useGetIdentity, useLocale, useLogout, useTranslate, type CoreLayoutProps } from 'ra-core';
import { Suspense, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { useLocation } from 'react-router';
import { SkeletonPage } from '../parts/layout/Waiting.js';
import { editors } from '../parts/unsaved/editors.js';
import { LeaveQuestion } from '../parts/unsaved/LeaveQuestion.js';
import { worded } from '../providers/i18nProvider.js';
import { startLive } from '../providers/live.js';
import { session } from '../providers/session.js';
import { useRooms } from './room.js';
import { AppBar } from './AppBar.js';
import { Failed } from './Fallbacks.js';
import { PhoneBar } from './PhoneBar.js';
import { SignInAgain } from './SignInAgain.js';
import { SideMenu } from './SideMenu.js';
import { useShortcuts } from './useShortcuts.js';

const Palette = worded(() => import('./Palette.js'));
const Shortcuts = worded(() => import('./Shortcuts.js'));

/** A person with a starting secret sees only the page that asks for a password. */
export function AppFrame({ children }: CoreLayoutProps) {
  const { identity, isPending } = useGetIdentity();
  const First = useRooms().find((room) => room.PasswordFirst)?.PasswordFirst;
  if (isPending) return null;
  if (!identity?.mustChangePassword || !First) return <Frame>{children}</Frame>;
  return (
    <Suspense fallback={<SkeletonPage />}>
      <First />
    </Suspense>
  );
}

/** Bar, menu and page. Below 1100 px the menu shows only icons; on a phone it is a bar at the bottom. */
function Frame({ children }: CoreLayoutProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const [theme] = useTheme();
  const { pathname } = useLocation();
  const logout = useLogout();
  const main = useRef<HTMLElement>(null);
  const news = useRooms().flatMap(({ name, News }) => (News ? [{ name, News }] : []));
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  useShortcuts({ palette: () => setOpen('palette'), shortcuts: () => setOpen('shortcuts') });

  useEffect(() => {
    document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
    document.documentElement.dataset.theme = theme;
  }, [locale, theme]);
  useEffect(() => startLive(), []);
  useEffect(
    () =>
      session.onSignedOutElsewhere(() => {
        editors.giveUp();
        void logout();
      }),
    [logout],
  );

  return (
    <div className="app">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        {translate('frame.skip')}
      </a>
      <AppBar onSearch={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      <SideMenu />
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <ErrorBoundary FallbackComponent={Failed} resetKeys={[pathname]}>
          <Suspense fallback={<SkeletonPage />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <PhoneBar />
      <SignInAgain />
      <LeaveQuestion />
      <Suspense fallback={null}>
        {news.map(({ name, News }) => (
          <News key={name} />
        ))}
        {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
        {open === 'shortcuts' && <Shortcuts onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}
