import type { StoredFile } from '@crm/api-contract/files';
import { files as fileRoutes } from '@crm/api-contract/routes';
import IconButton from '@mui/material/IconButton';
import { useNotify, useTranslate, type TranslateFunction } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';
import { Tag } from '../parts/marks/Tag.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { useMay } from '../providers/abilities.js';
import { saveFile } from '../providers/saveFile.js';
import './files.css';

interface FileProps {
  file: StoredFile;
}

interface Options {
  /** For a contract with all its records: the record of each file. */
  whole: boolean;
  onRemove: (file: StoredFile) => void;
}

/** The name downloads the file. */
function FileName({ file }: FileProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const save = () =>
    saveFile(fileRoutes.content, { params: { id: file.id } }).catch((error: unknown) =>
      notify(sentenceOf(problemOf(error), translate), { type: 'error' }),
    );
  return (
    <>
      <button type="button" className="filename" onClick={() => void save()}>
        <Icon name="file" />
        <span>{file.name}</span>
      </button>
      {file.note && <div className="caption">{file.note}</div>}
    </>
  );
}

function Remove({ file, onRemove }: FileProps & Pick<Options, 'onRemove'>) {
  const translate = useTranslate();
  // The role, and then whether it is one’s own.
  if (!useMay()(fileRoutes.remove) || !file.removable) return null;
  return (
    <IconButton
      size="small"
      aria-label={translate('files.removeNamed', { name: file.name })}
      onClick={() => onRemove(file)}
    >
      <Icon name="trash" />
    </IconButton>
  );
}

/** The files of a record, or of a contract with all its records. */
export const fileColumns = (
  translate: TranslateFunction,
  { whole, onRemove }: Options,
): (RecordColumn<StoredFile> | false)[] => [
  { source: 'name', label: 'files.name', cell: (file) => <FileName file={file} /> },
  whole && {
    source: 'subjectType',
    label: 'files.of',
    cell: ({ subjectType }) => <Tag>{translate(`files.subject.${subjectType}`)}</Tag>,
  },
  {
    source: 'bytes',
    label: 'files.size',
    unit: 'parts.unit.kb',
    number: true,
    className: 'quiet',
    cell: ({ bytes }) => showDecimal(String(Math.max(1, Math.round(bytes / 1024)))),
  },
  { source: 'uploadedBy', label: 'files.by', className: 'quiet', cell: ({ uploadedBy }) => uploadedBy?.name ?? NONE },
  {
    source: 'uploadedAt',
    label: 'files.at',
    className: 'quiet',
    cell: ({ uploadedAt }) => <InstantText at={uploadedAt} />,
  },
  {
    source: 'removable',
    label: 'files.remove',
    heard: true,
    only: 'screen',
    cell: (file) => <Remove file={file} onRemove={onRemove} />,
  },
];

/** On a phone: the name and the button to remove it, then record, person and day. */
export function FileRow({ file, whole, onRemove }: FileProps & Options) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <span className="row">
        <span>
          <FileName file={file} />
        </span>
        <span className="spacer" />
        <Remove file={file} onRemove={onRemove} />
      </span>
      <span className="row wrap quiet">
        {whole && <Tag>{translate(`files.subject.${file.subjectType}`)}</Tag>}
        {file.uploadedBy?.name ?? NONE} <InstantText at={file.uploadedAt} />
      </span>
    </div>
  );
}
