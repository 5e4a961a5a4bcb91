import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import type { Said } from './ImportNews.js';

/** A step of an import has ended: the result, and a link to it. */
export default function ImportNotice({
  record: { id, fileName, failure, counts },
  status,
}: {
  record: Import;
  status: Said;
}) {
  const translate = useTranslate();
  const bad = failure !== null;
  return (
    <Alert
      severity={bad ? 'error' : status === 'checked' || status === 'needs-mapping' ? 'warning' : 'success'}
      icon={false}
      action={
        <Button size="small" color="inherit" component={Link} to={`/imports/${id}`}>
          {translate('imports.news.open')}
        </Button>
      }
    >
      <b>{fileName}</b>{' '}
      {bad
        ? failure.message
        : translate(`imports.news.${status}`, {
            valid: counts?.valid ?? 0,
            invalid: (counts?.invalid ?? 0) + (counts?.differs ?? 0),
          })}
    </Alert>
  );
}
