import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';

/** Prints the sheet of the tab; nobody prints from a phone. */
export function PrintButton() {
  const translate = useTranslate();
  return (
    <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
      {translate('performance.print')}
    </Button>
  );
}
