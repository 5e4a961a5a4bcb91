import { imports } from '@crm/api-contract/routes';
import { useNotify } from 'ra-core';
import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { worded } from '../providers/i18nProvider.js';
import { useLive } from '../providers/live.js';
import { ask } from '../providers/ask.js';
import type { ImportEvent } from './useImport.js';

const said = ['checked', 'needs-mapping', 'committed', 'failed', 'reverted'] as const;
export type Said = (typeof said)[number];

const Notice = worded(() => import('./ImportNotice.js'), 'imports');

/** Shows on any page that a step of an import has ended. */
export default function ImportNews() {
  const notify = useNotify();
  const { pathname } = useLocation();
  useLive<ImportEvent>('imports', ({ id, facts }) => {
    const status = said.find((one) => one === facts?.status);
    if (!id || !status || facts?.done !== undefined || pathname.startsWith(`/imports/${id}`)) return;
    void ask(imports.one, { params: { id } })
      .then((record) => {
        if (record.status === status)
          notify(
            <Suspense fallback={null}>
              <Notice record={record} status={status} />
            </Suspense>,
            { autoHideDuration: 10_000 },
          );
      })
      .catch(() => undefined);
  });
  return null;
}
