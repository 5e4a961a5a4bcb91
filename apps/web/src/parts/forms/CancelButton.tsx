import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useClose } from '../unsaved/useEditor.js';

/** Closes the drawer around the form; it asks first if something was typed. */
export function CancelButton() {
  const translate = useTranslate();
  return <Button onClick={useClose()}>{translate('ra.action.cancel')}</Button>;
}
