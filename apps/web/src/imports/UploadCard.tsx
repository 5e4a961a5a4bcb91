import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import Radio from '@mui/material/Radio';
import { useMutation } from '@tanstack/react-query';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { useAbility, useMay } from '../providers/abilities.js';
import { uuid } from '../providers/http.js';
import { saveFile } from '../providers/saveFile.js';
import { ask } from '../providers/ask.js';

type Kind = Import['kind'];
/** An importer needs the same permissions as by hand. */
const kinds = [
  ['contract-ledger', 'sign', 'Contract'],
  ['annual-actuals', 'create', 'Actual'],
  ['provincial-standards', 'create', 'ProvincialStandard'],
  ['working-days', 'create', 'WorkingDay'],
] as const;

/** The kind and the file, by click or by drop. */
export function UploadCard() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [search] = useSearchParams();
  const may = useAbility();
  const mayImport = useMay()(imports.create);
  const open = kinds.filter(([, action, subject]) => may.can(action, subject)).map(([one]) => one);
  const [kind, setKind] = useState<Kind>(open.find((one) => one === search.get('kind')) ?? open[0] ?? 'annual-actuals');
  const [over, setOver] = useState(false);
  const upload = useMutation({
    mutationFn: (file: File) => ask(imports.create, { body: { kind }, file, idempotencyKey: uuid() }),
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
      <Card title={translate('imports.choose')} caption={open.length < kinds.length && translate('imports.notForYou')}>
        <div className="uq kinds" role="radiogroup" aria-label={translate('imports.choose')}>
          {open.map((one) => (
            <div key={one} className={one === kind ? 'op on' : 'op'}>
              <label>
                <Radio size="small" checked={one === kind} onChange={() => setKind(one)} value={one} />
                <span>
                  <b>{translate(`imports.kind.${one}`)}</b>
                  <span className="caption">{translate(`imports.kindWhy.${one}`)}</span>
                </span>
              </label>
              <Button
                size="small"
                startIcon={<Icon name="exports" />}
                aria-label={`${translate('imports.template')} ${translate(`imports.kind.${one}`)}`}
                onClick={() => void saveFile(imports.template, { query: { kind: one } })}
              >
                {translate('imports.template')}
              </Button>
            </div>
          ))}
        </div>
        <button
          type="button"
          className={over ? 'drop over' : 'drop'}
          aria-describedby={hint}
          disabled={upload.isPending}
          onClick={() => field.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <Icon name="imports" />
          <b>
            {upload.isPending
              ? translate('imports.uploading', { name: upload.variables?.name ?? '' })
              : translate(over ? 'imports.dropHere' : 'imports.drop')}
          </b>
          <span id={hint} className="caption">
            {translate('imports.dropCaption')}
          </span>
        </button>
        <input
          ref={field}
          type="file"
          hidden
          aria-label={translate('imports.drop')}
          accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
          onChange={(event) => take(event.target.files)}
        />
        {upload.error && <ErrorSentence error={upload.error} />}
      </Card>
    </div>
  );
}
