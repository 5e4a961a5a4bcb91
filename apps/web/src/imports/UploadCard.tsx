import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useNavigate } from 'react-router';
import { Card } from '../parts/Card.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { Icon } from '../parts/Icon.js';
import { Segmented } from '../parts/Small.js';
import { useCan } from '../providers/abilities.js';
import { call, uuid } from '../providers/http.js';
import { saveFile } from './useImport.js';

type Kind = Import['kind'];

/** What comes in, and the file: by click or by drop. */
export function UploadCard() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const mayLedger = useCan('sign', 'Contract');
  const mayImport = useCan('import', 'Import');
  const [kind, setKind] = useState<Kind>(mayLedger ? 'contract-ledger' : 'annual-actuals');
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', file, file.name);
      return call<Import>('POST', '/imports', form, { headers: { 'idempotency-key': uuid() } });
    },
    onSuccess: (record) => navigate(`/imports/${record.id}?step=map`),
  });
  if (!mayImport) return null;
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !upload.isPending) upload.mutate(file);
    if (field.current) field.current.value = '';
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="uploadcard">
      <Card
        title={<Segmented<Kind> label={translate('imports.column.kind')} value={kind} onChange={setKind} choices={(['contract-ledger', 'annual-actuals'] as const).filter((one) => one !== 'contract-ledger' || mayLedger).map((value) => ({ value, label: translate(`imports.kind.${value}`) }))} />}
        caption={mayLedger ? translate(`imports.kindWhy.${kind}`) : translate('imports.notForYou')}
        actions={<Button startIcon={<Icon name="exports" />} onClick={() => void saveFile(`/import-templates?kind=${kind}`)}>{translate('imports.template')}</Button>}
      >
        <button type="button" className={over ? 'drop over' : 'drop'} aria-describedby={hint} disabled={upload.isPending} onClick={() => field.current?.click()} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
          <Icon name="imports" />
          <b>{upload.isPending ? translate('imports.uploading', { name: upload.variables?.name ?? '' }) : translate(over ? 'imports.dropHere' : 'imports.drop')}</b>
          <span id={hint} className="t-cap">{translate('imports.dropCaption')}</span>
        </button>
        <input ref={field} type="file" hidden aria-label={translate('imports.drop')} accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv" onChange={(event) => take(event.target.files)} />
        {upload.error && <ErrorSentence error={upload.error} />}
      </Card>
    </div>
  );
}
