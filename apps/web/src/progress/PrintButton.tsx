import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';

/** Prints the tab; hidden on phones. */
export function PrintButton() {
  const translate = useTranslate();
  return (
    <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
      {translate('overview.print')}
    </Button>
  );
}
