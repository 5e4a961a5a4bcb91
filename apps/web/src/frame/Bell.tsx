import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Suspense, useState } from 'react';
import { Icon } from '../parts/marks/Icon.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import type { Room } from './room.js';

/** The bell and its number; the drawer's content comes from the room with the inbox. */
export function Bell({ inbox: { useOpenCount, Content } }: { inbox: NonNullable<Room['inbox']> }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const count = useOpenCount();
  const label = translate('frame.inboxCount', { smart_count: count });
  return (
    <>
      <IconButton aria-label={label} title={label} onClick={() => setOpen(true)}>
        <Icon name="bell" size={18} />
        {count > 0 && (
          <span className="bellcount" aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </IconButton>
      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        className="sidedrawer"
        slotProps={{ paper: { 'aria-label': translate('frame.inbox'), role: 'dialog', 'aria-modal': true } }}
      >
        <Suspense fallback={<SkeletonTable rows={6} rowHeight={56} />}>
          <Content onClose={() => setOpen(false)} />
        </Suspense>
      </Drawer>
    </>
  );
}
