import { files } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { fileExtensions } from '@crm/domain/files';
import { useTranslate } from 'ra-core';
import { useId, useRef } from 'react';
import { Icon } from '../parts/marks/Icon.js';
import { useMay, type Told } from '../providers/abilities.js';
import type { Evidence } from './useEvidence.js';
import './files.css';

export const accepted = fileExtensions.map((extension) => `.${extension}`).join(',');

/**
 * 凭据文件 in the form of an entry: chosen beside the amount, sent after the entry is saved. If the upload fails, the entry
 * stays and an error is shown.
 */
export function EvidenceField({ evidence: { chosen, choose, underWay }, on }: { evidence: Evidence; on?: Told }) {
  const translate = useTranslate();
  const may = useMay()(files.attach, on);
  const field = useRef<HTMLInputElement>(null);
  const label = useId();
  if (!may) return null;
  return (
    <div role="group" aria-labelledby={label} className="evidence">
      <div id={label} className="caption">
        {translate('files.evidence')}
      </div>
      {chosen.map((file, at) => (
        <div key={`${file.name}${file.lastModified}`} className="row">
          <Icon name="file" />
          <span className="ellipsis">{file.name}</span>
          {underWay?.name === file.name && (
            <span className="caption">{translate('files.progress', { percent: underWay.percent })}</span>
          )}
          <span className="spacer" />
          <IconButton
            size="small"
            aria-label={translate('files.removeNamed', { name: file.name })}
            disabled={underWay !== null}
            onClick={() => choose(chosen.filter((_, own) => own !== at))}
          >
            <Icon name="trash" />
          </IconButton>
        </div>
      ))}
      <Button startIcon={<Icon name="plus" />} disabled={underWay !== null} onClick={() => field.current?.click()}>
        {translate('files.choose')}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={translate('files.choose')}
        accept={accepted}
        onChange={({ target }) => {
          const more = [...(target.files ?? [])];
          target.value = '';
          choose([...chosen, ...more]);
        }}
      />
    </div>
  );
}
