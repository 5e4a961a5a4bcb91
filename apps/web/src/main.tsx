import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { firstMessages, messagesOf } from './app/words/messages.js';
import { openI18n } from './providers/i18nProvider.js';
import { store } from './providers/store.js';
import './theme/tokens.css';
import './theme/base.css';
import './parts/parts.css';
import './frame/frame.css';
import './theme/print.css';

// Before the first paint, so that dark mode does not flash a white page.
const dark =
  (store.getItem<string>('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) ===
  'dark';
document.documentElement.dataset.theme = dark ? 'dark' : 'light';

// After an upgrade an open tab requests pages that no longer exist. It then reloads, at most once a minute.
window.addEventListener('vite:preloadError', () => {
  const last = Number(sessionStorage.getItem('crm-reloaded') ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem('crm-reloaded', String(Date.now()));
  window.location.reload();
});

/** The policy allows styles by nonce; the server writes it into the page's meta tag (README.md of this folder). */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const styles = createCache({ key: 'crm', nonce: nonce || undefined, prepend: true });

const i18nProvider = await openI18n({ first: firstMessages, of: messagesOf });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <App i18nProvider={i18nProvider} />
    </CacheProvider>
  </StrictMode>,
);
