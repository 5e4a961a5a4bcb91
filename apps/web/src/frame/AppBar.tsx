import IconButton from '@mui/material/IconButton';
import { useTheme } from 'react-admin';
import { useLocaleState, useTranslate } from 'ra-core';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { useZoneName } from '../providers/zone.js';
import { useRooms } from './room.js';
import { Bell } from './Bell.js';
import { UserMenu } from './UserMenu.js';

export function Mark() {
  return (
    <span className="mark">
      <svg className="icon" viewBox="0 0 24 24" aria-hidden>
        <path d="M2 9c3.300-4 6.700 4 10 0s6.700 4 10 0M2 16c3.300-4 6.700 4 10 0s6.700 4 10 0" strokeWidth="2.200" />
      </svg>
    </span>
  );
}

export function LocaleSwitch() {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  return (
    <button
      type="button"
      className="plainbutton"
      title={translate('frame.locale.switch')}
      onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}
    >
      {translate('frame.locale.both')}
    </button>
  );
}

export function ThemeSwitch() {
  const translate = useTranslate();
  const [theme, setTheme] = useTheme();
  const next = theme === 'dark' ? 'light' : 'dark';
  const label = translate(next === 'dark' ? 'frame.toDark' : 'frame.toLight');
  return (
    <IconButton aria-label={label} title={label} onClick={() => setTheme(next)}>
      <Icon name={next === 'dark' ? 'moon' : 'sun'} size={18} />
    </IconButton>
  );
}

/** 48 px: the zone's name, search, bell, colour mode, language, user. */
export function AppBar({ onSearch, ...menu }: { onSearch: () => void } & ComponentProps<typeof UserMenu>) {
  const translate = useTranslate();
  const { shortName } = useZoneName();
  const inbox = useRooms().find((room) => room.inbox)?.inbox;
  return (
    <header className="appbar">
      <Link className="brand" to="/">
        <Mark />
        <span>{shortName}</span>
      </Link>
      <button
        type="button"
        className="searchbox"
        onClick={onSearch}
        aria-label={`${translate('frame.search')} Ctrl K`}
        aria-keyshortcuts="Control+K /"
      >
        <Icon name="search" />
        <span className="ellipsis">{translate('frame.search')}</span>
        {/* A space between words and key, as in the label. */}
        <span className="spacer"> </span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <span className="spacer" />
      {inbox && <Bell inbox={inbox} />}
      <ThemeSwitch />
      <LocaleSwitch />
      <UserMenu {...menu} />
    </header>
  );
}
