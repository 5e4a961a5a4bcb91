import { files } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { StoredFile } from '@crm/api-contract/files';
import { ListBase, useListContext, useTranslate } from 'ra-core';
import { useRef, useState, type DragEvent } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { ListRows } from '../parts/tables/ListCard.js';
import { useMay, type Told } from '../providers/abilities.js';
import { accepted } from './EvidenceField.js';
import { fileColumns, FileRow } from './fileColumns.js';
import { ALL_FILES, latestFirst } from './useFileCount.js';
import { RemoveDialog } from './RemoveDialog.js';
import { useUpload, type Subject, type UnderWay } from './useUpload.js';
import './files.css';

/**
 * The files of a record: list, download, add by button or drop, remove with a reason. `whole`: a contract with all its
 * records. `on`: the record that tells whether files may be added.
 */
export default function FilesCard({
  subjectType,
  subjectId,
  whole = false,
  title,
  on,
}: Subject & { whole?: boolean; title?: string; on?: Told }) {
  return (
    <ListBase
      resource="files"
      filter={whole ? { contractId: subjectId } : { subjectType, subjectId }}
      sort={latestFirst}
      perPage={ALL_FILES}
      storeKey={false}
      disableSyncWithLocation
    >
      <Files subjectType={subjectType} subjectId={subjectId} whole={whole} title={title} on={on} />
    </ListBase>
  );
}

function Files({
  whole,
  title,
  on,
  ...subject
}: Subject & { whole: boolean; title: string | undefined; on: Told | undefined }) {
  const translate = useTranslate();
  const { data } = useListContext<StoredFile>();
  const { take, underWay } = useUpload();
  const takeHere = (chosen: Iterable<File>) => take(subject, chosen);
  const may = useMay()(files.attach, on);
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [removing, setRemoving] = useState<StoredFile | null>(null);
  const choose = may && (
    <Button startIcon={<Icon name="plus" />} disabled={underWay !== null} onClick={() => field.current?.click()}>
      {translate('files.upload')}
    </Button>
  );
  const drop = may
    ? {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          void takeHere([...event.dataTransfer.files]);
        },
      }
    : {};
  const options = { whole, onRemove: setRemoving };
  return (
    <div className={over ? 'filesdrop over' : 'filesdrop'} {...drop}>
      <Card
        flush
        label={translate('files.title')}
        title={title ?? translate('files.title')}
        caption={over ? translate('files.dropHere') : translate('files.caption')}
        actions={data && data.length > 0 ? choose : undefined}
      >
        {underWay && <Uploading {...underWay} />}
        <ListRows<StoredFile>
          label={translate('files.title')}
          columns={fileColumns(translate, options)}
          phoneRow={(file) => <FileRow file={file} {...options} />}
          empty={{
            icon: 'file',
            title: translate('files.none'),
            why: translate(may ? 'files.noneWhy' : 'files.noneRead'),
            action: choose,
          }}
          skeletonRows={3}
        />
        {may && (
          <input
            ref={field}
            type="file"
            multiple
            hidden
            aria-label={translate('files.upload')}
            accept={accepted}
            onChange={({ target }) => {
              const chosen = [...(target.files ?? [])];
              // After a refusal the same file can be chosen again.
              target.value = '';
              void takeHere(chosen);
            }}
          />
        )}
      </Card>
      {removing && <RemoveDialog file={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function Uploading({ name, percent }: UnderWay) {
  const translate = useTranslate();
  return (
    <div className="uploading" role="status">
      <span>{translate('files.uploading', { name })}</span>
      <span className="caption">{translate('files.progress', { percent })}</span>
      <div className="progressbar">
        <i style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
