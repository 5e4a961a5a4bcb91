import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { useUnsaved } from '../parts/unsaved/useEditor.js';
import type { ImportChange } from './useImport.js';

/** The sheet, and the rows of its header. */
export function HeaderRowsForm({
  record,
  busy,
  onChange,
}: {
  record: Import;
  busy: boolean;
  onChange: (change: ImportChange) => void;
}) {
  const translate = useTranslate();
  const before = { first: String(record.headerRows?.first ?? 1), last: String(record.headerRows?.last ?? 1) };
  const [first, setFirst] = useState(before.first);
  const [last, setLast] = useState(before.last);
  const [from, to] = [Number(first), Number(last)];
  const changed = from !== record.headerRows?.first || to !== record.headerRows?.last;
  useUnsaved({ typed: first !== before.first || last !== before.last, saving: busy });
  const usable = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to >= from && to - from < 3;
  return (
    <Card>
      <div className="row wrap headerform">
        <b>{record.fileName}</b>
        {record.sheets.length > 1 ? (
          <TextField
            select
            size="small"
            label={translate('imports.chooseSheet')}
            value={record.sheet ?? ''}
            disabled={busy}
            onChange={(event) => onChange({ sheet: event.target.value })}
          >
            {record.sheets.map(({ name, visible }) => (
              <MenuItem key={name} value={name}>{`${name}${visible ? '' : translate('imports.hidden')}`}</MenuItem>
            ))}
          </TextField>
        ) : (
          record.sheet && <span className="caption">{translate('imports.sheet', { sheet: record.sheet })}</span>
        )}
        <span className="spacer" />
        <TextField
          size="small"
          type="number"
          label={translate('imports.headerFirst')}
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          slotProps={{ htmlInput: { min: 1 } }}
        />
        <TextField
          size="small"
          type="number"
          label={translate('imports.headerLast')}
          value={last}
          onChange={(event) => setLast(event.target.value)}
          slotProps={{ htmlInput: { min: 1 } }}
        />
        <Button
          disabled={busy || !changed || !usable}
          onClick={() => onChange({ headerRows: { first: from, last: to } })}
        >
          {translate('ra.action.confirm')}
        </Button>
      </div>
    </Card>
  );
}
