import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { SaveButton } from 'react-admin';
import { Link } from 'react-router';
import { Card } from '../layout/Card.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import { EntryForm, type EntryFormProps } from './EntryForm.js';

interface PageFormProps<Values extends object> extends EntryFormProps<Values> {
  save: string;
  /** Where cancelling leads. */
  back: string;
}

/** A form that fills a page with its cards; save and cancel stay at its foot. */
export function PageForm<Values extends object>({
  save,
  back,
  error = null,
  children,
  ...form
}: PageFormProps<Values>) {
  const translate = useTranslate();
  return (
    <EntryForm
      {...form}
      frame={(fields) => fields}
      foot={
        <div className="formfoot">
          <SaveButton alwaysEnable label={save} />
          <Button component={Link} to={back}>
            {translate('ra.action.cancel')}
          </Button>
        </div>
      }
    >
      {error !== null && (
        <Card>
          <ErrorSentence error={error} />
        </Card>
      )}
      {children}
    </EntryForm>
  );
}
