import type { ImportSummary } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { ListCard } from '../parts/tables/ListCard.js';
import { ListAround } from '../parts/tables/ListPage.js';
import { importColumns, ImportRow } from './importColumns.js';
import { StepHead } from './StepHead.js';
import { UploadCard } from './UploadCard.js';
import { useImports } from './useImports.js';

/** The first step, and past imports. */
export default function ImportList() {
  const translate = useTranslate();
  const list = useImports();
  return (
    <>
      <StepHead title={translate('imports.title')} step="upload" />
      <UploadCard />
      <ListAround list={list}>
        <ListCard<ImportSummary>
          title={translate('imports.past')}
          label={translate('imports.past')}
          columns={importColumns(translate)}
          phoneRow={(record) => <ImportRow record={record} />}
          empty={{ icon: 'imports', title: translate('imports.pastNone'), why: translate('imports.pastNoneWhy') }}
          skeletonRows={3}
        />
      </ListAround>
    </>
  );
}
