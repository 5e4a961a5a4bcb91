import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Icon } from '../marks/Icon.js';
import { Kbd } from '../marks/Kbd.js';
import './entry.css';

/** The result of a paste, and its undo. */
export function PastedNote({ pasted, unread }: { pasted: { count: number; undo: () => void } | null; unread: number }) {
  const translate = useTranslate();
  if (!pasted && unread === 0) return null;
  return (
    <div className="row wrap pastednote" role="status">
      {pasted && (
        <>
          <span className="quiet">{translate('parts.paste.filled', { smart_count: pasted.count })}</span>
          <Button size="small" startIcon={<Icon name="close" />} onClick={pasted.undo}>
            {translate('parts.paste.undo')}
          </Button>
          <span className="caption noprint keys">
            <Kbd>Ctrl</Kbd> <Kbd>Z</Kbd>
          </span>
        </>
      )}
      {unread > 0 && (
        <span className="verdictword breach">{translate('parts.paste.unread', { smart_count: unread })}</span>
      )}
    </div>
  );
}
