import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { SignedInUser } from '@crm/api-contract/access';
import { useGetIdentity, useLogout, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { editors } from '../parts/unsaved/editors.js';

/** Name, role, keyboard shortcuts, own account, sign out. */
export function UserMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const translate = useTranslate();
  const logout = useLogout();
  const { identity } = useGetIdentity();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = identity?.fullName ?? '';
  const role = identity?.role as SignedInUser['role'] | undefined;
  const said = role ? translate('frame.user.signedInAs', { name, role: translate(`access.role.${role}`) }) : name;
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className="plainbutton who"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        title={translate('frame.user.menu')}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="avatar" aria-hidden>
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className="nowrap said">{said}</span>
        <Icon name="down" />
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <MenuItem
          onClick={() => {
            close();
            onShortcuts();
          }}
        >
          <Icon name="keyboard" />
          {translate('frame.user.shortcuts')}
          <span className="spacer" />
          <Kbd>?</Kbd>
        </MenuItem>
        <MenuItem component={Link} to="/profile" onClick={close}>
          <Icon name="person" />
          {translate('frame.user.profile')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            editors.signOut(() => void logout());
          }}
        >
          <Icon name="signOut" />
          {translate('frame.user.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
