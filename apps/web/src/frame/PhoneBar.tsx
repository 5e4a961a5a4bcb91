import Drawer from '@mui/material/Drawer';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { MenuList } from './SideMenu.js';
import { isOpen, useMenu } from './useMenu.js';

/** Five places for a thumb: four pages, and the rest of the menu in a sheet. */
const PLACES = 4;

export function PhoneBar() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const [more, setMore] = useState(false);
  const entries = [...useMenu()].sort((a, b) => (a.phone ?? 99) - (b.phone ?? 99)).slice(0, PLACES);
  return (
    <nav className="phonebar" aria-label={translate('frame.mainMenu')}>
      {entries.map((entry) => {
        const on = isOpen(entry.path, pathname);
        return (
          <Link
            key={entry.path}
            to={entry.path}
            className={entry.phoneAction ? 'action' : on ? 'on' : undefined}
            aria-current={on ? 'page' : undefined}
          >
            <span className="circle">
              <Icon name={entry.icon} size={22} />
            </span>
            {translate(entry.label)}
          </Link>
        );
      })}
      <button type="button" aria-haspopup="dialog" aria-expanded={more} onClick={() => setMore(true)}>
        <span className="circle">
          <Icon name="menu" size={22} />
        </span>
        {translate('frame.more')}
      </button>
      <Drawer
        anchor="bottom"
        open={more}
        onClose={() => setMore(false)}
        slotProps={{ paper: { className: 'sheet', role: 'dialog', 'aria-label': translate('frame.mainMenu') } }}
      >
        <nav className="side insheet" aria-label={translate('frame.mainMenu')}>
          <MenuList onClick={() => setMore(false)} />
        </nav>
      </Drawer>
    </nav>
  );
}
