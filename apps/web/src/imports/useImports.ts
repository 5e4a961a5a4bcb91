import { imports } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'ra-core';
import { useEffect } from 'react';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { useLive } from '../providers/live.js';
import { keyOf } from '../providers/useAsk.js';
import { progressIn, type ImportEvent } from './useImport.js';

type Page = AnswerOf<typeof imports.list>;

/** Past imports, newest first; those under way move on as the worker tells. */
export function useImports() {
  const client = useQueryClient();
  const locale = useLocale();
  const queryKey = keyOf(imports.list);
  const list = useAddressList(imports.list, {
    resource: 'imports',
    // ?kind=… is the choice of what to upload.
    words: [],
    filter: {},
    sort: { field: 'createdAt', order: 'DESC' },
    sorts: ['createdAt', 'fileName', 'status'],
    largestFirst: true,
  });
  useLive<ImportEvent>('imports', (event) => {
    const moved = progressIn(event);
    if (!moved) void client.invalidateQueries({ queryKey });
    else client.setQueriesData<Page>({ queryKey }, (before) => before && withProgress(before, event.id, moved));
  });
  // Events are missed while another page is open, and why an import failed is said in the reader's language.
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(imports.list) }), [client, locale]);
  return list;
}

const withProgress = (page: Page, id: string | undefined, moved: NonNullable<ReturnType<typeof progressIn>>): Page => ({
  ...page,
  data: page.data.map((one) =>
    one.id === id && one.status === moved.status ? { ...one, progress: moved.progress } : one,
  ),
});
