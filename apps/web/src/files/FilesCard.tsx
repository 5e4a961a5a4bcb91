import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { StoredFile } from '@crm/api-contract/files';
import { files as fileRoutes } from '@crm/api-contract/routes';
import { useNotify, useTranslate } from 'ra-core';
import { useRef, useState, type DragEvent } from 'react';
import { Card } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { saveFile } from '../providers/saveFile.js';
import { accepted } from './EvidenceField.js';
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

function FileTable({
  files,
  whole,
  onRemove,
}: {
  files: readonly StoredFile[];
  whole: boolean;
  onRemove: (file: StoredFile) => void;
}) {
  const translate = useTranslate();
  const notify = useNotify();
  const save = (file: StoredFile) =>
    saveFile(fileRoutes.content, { params: { id: file.id } }).catch((error: unknown) =>
      notify(sentenceOf(problemOf(error), translate), { type: 'error' }),
    );
  return (
    <table className="plain files">
      <thead>
        <tr>
          <th scope="col">{translate('files.name')}</th>
          {whole && <th scope="col">{translate('files.of')}</th>}
          <th scope="col" className="num">
            {translate('files.size')}
            <br />
            KB
          </th>
          <th scope="col">{translate('files.by')}</th>
          <th scope="col">{translate('files.at')}</th>
          <th scope="col" aria-label={translate('files.remove')} />
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <th scope="row">
              <button type="button" className="filename" onClick={() => void save(file)}>
                <Icon name="file" />
                <span>{file.name}</span>
              </button>
              {file.note && <div className="t-cap">{file.note}</div>}
            </th>
            {whole && (
              <td>
                <Tag>{translate(`files.subject.${file.subjectType}`)}</Tag>
              </td>
            )}
            <td className="num t-2">{showDecimal(String(Math.max(1, Math.round(file.bytes / 1024))))}</td>
            <td className="t-2">{file.uploadedBy?.name ?? NONE}</td>
            <td className="t-2">
              <InstantText at={file.uploadedAt} />
            </td>
            <td>
              {file.removable && (
                <IconButton
                  size="small"
                  aria-label={translate('files.removeNamed', { name: file.name })}
                  onClick={() => onRemove(file)}
                >
                  <Icon name="trash" />
                </IconButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
