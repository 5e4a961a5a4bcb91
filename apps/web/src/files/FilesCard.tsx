import Button from '@mui/material/Button';
import type { StoredFile } from '@crm/api-contract/files';
import { useTranslate } from 'ra-core';
import { useRef, useState, type DragEvent } from 'react';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { accepted } from './EvidenceField.js';
import { FileTable } from './FileTable.js';
import { RemoveDialog } from './RemoveDialog.js';
import { useFiles, useUpload, type Subject } from './useFiles.js';
import './files.css';

/**
 * The files of a record: list, download, add by button or drop, remove with a reason. `whole`: a contract with all its
 * records.
 */
export default function FilesCard({
  subjectType,
  subjectId,
  whole = false,
  title,
}: Subject & { whole?: boolean; title?: string }) {
  const translate = useTranslate();
  const files = useFiles(whole ? { contractId: subjectId } : { subjectType, subjectId });
  const { take, underWay } = useUpload();
  const takeHere = (chosen: Iterable<File>) => take({ subjectType, subjectId }, chosen);
  const may = useCan('create', 'File');
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [removing, setRemoving] = useState<StoredFile | null>(null);
  const choose = (
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
  const listed = files.data?.data ?? [];
  return (
    <div className={over ? 'filesdrop over' : 'filesdrop'} {...drop}>
      <Card
        flush
        label={translate('files.title')}
        title={title ?? translate('files.title')}
        caption={over ? translate('files.dropHere') : translate('files.caption')}
        actions={may && listed.length > 0 ? choose : undefined}
      >
        {underWay && (
          <div className="uploading" role="status">
            <span>{translate('files.uploading', { name: underWay.name })}</span>
            <span className="t-cap">{translate('files.progress', { percent: underWay.percent })}</span>
            <div className="pg">
              <i style={{ width: `${underWay.percent}%` }} />
            </div>
          </div>
        )}
        {files.error && <ErrorSentence error={files.error} onRetry={() => void files.refetch()} />}
        {files.isPending && <SkeletonTable rows={3} />}
        {files.data && listed.length === 0 && (
          <EmptyState
            icon="file"
            title={translate('files.none')}
            why={translate(may ? 'files.noneWhy' : 'files.noneRead')}
            action={may ? choose : undefined}
          />
        )}
        {listed.length > 0 && <FileTable files={listed} whole={whole} onRemove={setRemoving} />}
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
