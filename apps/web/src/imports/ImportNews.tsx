import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { Import } from '@crm/api-contract/imports';
import { useNotify, useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router';
import { call } from '../providers/http.js';
import { useLive } from '../providers/live.js';
import type { ImportEvent } from './useImport.js';

const said = ['checked', 'needs-mapping', 'committed', 'failed', 'reverted'] as const;
type Said = (typeof said)[number];

/** Whoever left the page of an import hears on any other that its step is over. */
export default function ImportNews() {
  const notify = useNotify();
  const { pathname } = useLocation();
  useLive<ImportEvent>('imports', ({ id, facts }) => {
    const status = said.find((one) => one === facts?.status);
    if (!id || !status || facts?.done !== undefined || pathname.startsWith(`/imports/${id}`)) return;
    void call<Import>('GET', `/imports/${id}`).then((record) => {
      if (record.status === status) notify(<News record={record} status={status} />, { autoHideDuration: 10_000 });
    }).catch(() => undefined);
  });
  return null;
}

function News({ record: { id, fileName, failure, counts }, status }: { record: Import; status: Said }) {
  const translate = useTranslate();
  const bad = failure !== null;
  return (
    <Alert severity={bad ? 'error' : status === 'checked' || status === 'needs-mapping' ? 'warning' : 'success'} icon={false} action={<Button size="small" color="inherit" component={Link} to={`/imports/${id}`}>{translate('imports.news.open')}</Button>}>
      <b>{fileName}</b> {bad ? failure.message : translate(`imports.news.${status}`, { valid: counts?.valid ?? 0, invalid: (counts?.invalid ?? 0) + (counts?.differs ?? 0) })}
    </Alert>
  );
}
