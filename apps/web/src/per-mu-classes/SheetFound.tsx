import Button from '@mui/material/Button';
import type { ValuesSheet } from '@crm/api-contract/per-mu-classes';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useRef } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Hint } from '../parts/marks/Hint.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import type { PlacedFault } from './placed.js';

/** The number of faults listed; the grid marks them all. */
const LISTED = 50;

export function SheetButton({ pending, onFile }: { pending: boolean; onFile: (file: File) => void }) {
  const translate = useTranslate();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button startIcon={<Icon name="imports" />} disabled={pending} onClick={() => field.current?.click()}>
        {translate(pending ? 'classes.sheet.reading' : 'classes.sheet.choose')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={translate('classes.sheet.choose')}
        accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          target.value = '';
        }}
      />
    </>
  );
}

interface Props {
  sheet: ValuesSheet;
  /** Faults that are not corrected yet. */
  faults: readonly PlacedFault[];
  nameOf: (item: string) => string;
  onLeaveOut: () => void;
}

/** What a workbook brought into the grid, and what is unreadable: row, column, value, reason. */
export function SheetFound({ sheet, faults, nameOf, onLeaveOut }: Props) {
  const translate = useTranslate();
  const said = [
    translate('classes.sheet.read', {
      sheet: sheet.sheet,
      row: sheet.headerRow,
      firms: showDecimal(sheet.rows.length),
      columns: sheet.columns.map(({ column, item }) => `${column} ${nameOf(item)}`).join(translate('classes.join')),
    }),
    ...(sheet.rows.some(({ joins }) => joins)
      ? [translate('classes.sheet.joins', { smart_count: sheet.rows.filter(({ joins }) => joins).length })]
      : []),
    ...(sheet.unread.length > 0
      ? [
          translate('classes.sheet.unread', {
            columns: sheet.unread.map(({ column, header }) => `${column} ${header}`).join(translate('classes.join')),
          }),
        ]
      : []),
    ...(sheet.rounded > 0 ? [translate('classes.sheet.rounded', { smart_count: sheet.rounded })] : []),
  ];
  return (
    <Card flush title={sheet.fileName} caption={translate('classes.sheet.nothingYet')}>
      <div className="sheetsaid" role="status">
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      {faults.length > 0 && (
        <>
          <div className="row wrap cardbody">
            <b>
              <Hint verdict="breach">{translate('classes.sheet.faults', { smart_count: faults.length })}</Hint>
            </b>
            <span className="spacer" />
            <Button size="small" onClick={onLeaveOut}>
              {translate('classes.sheet.leaveOut')}
            </Button>
          </div>
          <RowsTable<Fault>
            name="sheet-faults"
            className="sheetfaults"
            label={translate('classes.sheet.faults', { smart_count: faults.length })}
            columns={faultColumns(translate)}
            rows={faults
              .slice(0, LISTED)
              .map((fault) => ({ ...fault, id: `${fault.row} ${fault.column} ${fault.code}` }))}
          />
        </>
      )}
    </Card>
  );
}

type Fault = PlacedFault & { id: string };

const faultColumns = (translate: TranslateFunction): RecordColumn<Fault>[] => [
  { source: 'row', label: 'classes.sheet.row', number: true, cell: ({ row }) => row },
  {
    source: 'column',
    label: 'classes.sheet.column',
    cell: ({ column, header }) => (
      <>
        {column} <span className="quiet">{header}</span>
      </>
    ),
  },
  { source: 'value', label: 'classes.sheet.value', cell: ({ value }) => value },
  {
    source: 'reason',
    label: 'classes.sheet.reason',
    cell: ({ code, params, message }) => translate(`errors.${code}`, { ...params, _: message }),
  },
];
