import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';

const keys = [
  [['Ctrl K', '⌘ K'], 'palette'],
  [['/'], 'search'],
  [['N'], 'create'],
  [['Ctrl Enter'], 'save'],
  [['Esc'], 'close'],
  [['?'], 'help'],
] as const satisfies readonly (readonly [keys: readonly string[], label: string])[];

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose} aria-labelledby="shortcuts" fullWidth maxWidth="xs">
      <DialogTitle id="shortcuts" className="row">
        {translate('frame.keys.title')}
        <span className="spacer" />
        <IconButton aria-label={translate('frame.close')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </DialogTitle>
      <DialogContent>
        <dl className="keylist">
          {keys.map(([caps, label]) => (
            <div key={label}>
              <dt>{translate(`frame.keys.${label}`)}</dt>
              <dd>
                {caps.map((cap) => (
                  <kbd key={cap}>{cap}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
