import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';
import { Icon } from '../marks/Icon.js';
import { FrameProvider, useFrame } from '../unsaved/useEditor.js';

export interface SideDrawerProps {
  open?: boolean;
  title: ReactNode;
  caption?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
  /** A list fills the body to its edges. */
  flush?: boolean;
  /** The children bring body and foot themselves, like DrawerForm. */
  bare?: boolean;
}

/**
 * For reading or editing beside the list: 440 px, closes with Esc and returns the focus; on a phone it is the page.
 * It asks before it closes over typed text.
 * Give it its own URL.
 */
export function SideDrawer({
  open = true,
  title,
  caption,
  onClose,
  children,
  foot,
  flush = false,
  bare = false,
}: SideDrawerProps) {
  const translate = useTranslate();
  const id = useId();
  const around = useFrame(onClose);
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={around.close}
      className="sidedrawer"
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, 'aria-modal': true } }}
    >
      <div className="drawerhead">
        <h2 id={id}>{title}</h2>
        {caption && <span className="caption">{caption}</span>}
        <span className="spacer" />
        <IconButton aria-label={translate('ra.action.close')} onClick={around.close}>
          <Icon name="close" />
        </IconButton>
      </div>
      <FrameProvider value={around}>
        {bare ? children : <div className={flush ? 'drawerbody flush' : 'drawerbody'}>{children}</div>}
      </FrameProvider>
      {foot && <div className="drawerfoot">{foot}</div>}
    </Drawer>
  );
}
