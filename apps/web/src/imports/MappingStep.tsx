import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import type { Import } from '@crm/api-contract/imports';
import { fieldOf, unitFor } from '@crm/domain/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Note } from '../parts/marks/Note.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { Tag } from '../parts/marks/Tag.js';
import { editors } from '../parts/unsaved/editors.js';
import { useEditor, useStanding } from '../parts/unsaved/useEditor.js';
import { CloseButton } from './CloseButton.js';
import type { UnitWord } from './FileHead.js';
import { HeaderRowsForm } from './HeaderRowsForm.js';
import type { importsZh } from './imports.zh.js';
import { OriginalSheet } from './OriginalSheet.js';
import { StepHead } from './StepHead.js';
import { isMoving, useChangeImport, type ImportChange } from './useImport.js';

/** The header's unit counts for a column mapped by hand too. */
const mappedTo = ({ kind }: Import, { header }: Import['mapping'][number], field: string | null): Partial<Choice> => ({
  field,
  unit: field === null ? null : unitFor(header, fieldOf(kind, field)),
});

type Choice = NonNullable<ImportChange['mapping']>[number];

/**
 * Each column of the sheet with letter, header, samples and its field. All choices are sent together with the next
 * step.
 */
export function MappingStep({ record, title, onNext }: { record: Import; title: string; onNext: () => void }) {
  const translate = useTranslate();
  const change = useChangeImport(record);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const columns = record.mapping.map((column) => ({ ...column, ...choices[column.column] }));
  const given = columns.flatMap(({ field }) => (field ? [field] : []));
  const missing = record.fields
    .filter(({ field, required }) => required && !given.includes(field))
    .map(({ field }) => field);
  const doubled = [...new Set(given.filter((field, at) => given.indexOf(field) !== at))];
  const name = (field: string): string => translate(`imports.field.${field as keyof typeof importsZh.imports.field}`);
  const listed = (fields: readonly string[]): string => fields.map(name).join(translate('imports.and'));
  const choose = (column: string, choice: Partial<Choice>): void =>
    setChoices((before) => ({
      ...before,
      [column]: {
        ...(before[column] ?? { column, field: columns.find((one) => one.column === column)?.field ?? null }),
        ...choice,
      },
    }));
  const editor = useEditor({ typed: Object.keys(choices).length > 0, saving: change.isPending });
  useStanding(editor);
  const next = async (): Promise<void> => {
    const mapping = Object.values(choices);
    if (mapping.length > 0 || record.status === 'needs-mapping') await change.mutateAsync({ mapping });
    setChoices({});
    editors.set(editor, false);
    onNext();
  };
  const ready = missing.length === 0 && doubled.length === 0 && columns.length > 0;
  return (
    <>
      <StepHead
        title={title}
        step="map"
        actions={
          <>
            <CloseButton record={record} />
            <Button
              variant="contained"
              disabled={!ready || change.isPending}
              onClick={() => void next().catch(() => undefined)}
            >
              {translate('imports.toCheck')}
            </Button>
          </>
        }
      />
      <div className="importcards">
        <HeaderRowsForm
          key={`${record.sheet} ${record.headerRows?.first} ${record.headerRows?.last}`}
          record={record}
          busy={change.isPending || isMoving(record)}
          onChange={(asked) => change.mutate(asked)}
        />
        {columns.length === 0 && (
          <>
            <Note kind="warning">{translate('imports.mapNoHeader')}</Note>
            <OriginalSheet record={record} around={1} />
          </>
        )}
        {columns.length > 0 && missing.length > 0 && (
          <Note kind="warning">{translate('imports.mapMissing', { fields: listed(missing) })}</Note>
        )}
        {doubled.length > 0 && <Note kind="error">{translate('imports.mapDoubled', { fields: listed(doubled) })}</Note>}
        {columns.length > 0 && (
          <Card title={translate('imports.mapTitle')} caption={translate('imports.mapCaption')} flush>
            <ScrollX label={translate('imports.mapTitle')}>
              <Table className="maptable">
                <TableHead>
                  <TableRow>
                    <TableCell>{translate('imports.mapColumn')}</TableCell>
                    <TableCell>{translate('imports.mapHeader')}</TableCell>
                    <TableCell>{translate('imports.mapSample')}</TableCell>
                    <TableCell>{translate('imports.mapField')}</TableCell>
                    <TableCell>{translate('imports.mapUnit')}</TableCell>
                    <TableCell />
                  </TableRow>
                </TableHead>
                <TableBody>
                  {columns.map((column) => {
                    const units = record.fields.find(({ field }) => field === column.field)?.units ?? [];
                    return (
                      <TableRow key={column.column}>
                        <TableCell className="strong nowrap">
                          {column.column}
                          {column.hidden && (
                            <>
                              {' '}
                              <Tag>{translate('imports.hiddenColumn')}</Tag>
                            </>
                          )}
                        </TableCell>
                        <TableCell>{column.header.join(' / ')}</TableCell>
                        <TableCell className="quiet samples">{column.samples.join(' · ')}</TableCell>
                        <TableCell>
                          <TextField
                            select
                            size="small"
                            className="mapfield"
                            value={column.field ?? ''}
                            error={column.field !== null && doubled.includes(column.field)}
                            onChange={(event) =>
                              choose(column.column, mappedTo(record, column, event.target.value || null))
                            }
                            slotProps={{
                              select: { displayEmpty: true },
                              htmlInput: { 'aria-label': `${column.column} ${translate('imports.mapField')}` },
                            }}
                          >
                            <MenuItem value="">{translate('imports.mapNone')}</MenuItem>
                            {record.fields.map(({ field, required }) => (
                              <MenuItem key={field} value={field}>{`${name(field)}${required ? ' *' : ''}`}</MenuItem>
                            ))}
                          </TextField>
                        </TableCell>
                        <TableCell>
                          {units.length > 0 && (
                            <TextField
                              select
                              size="small"
                              className="mapunit"
                              value={column.unit ?? ''}
                              onChange={(event) =>
                                choose(column.column, { unit: event.target.value === '' ? null : event.target.value })
                              }
                              slotProps={{
                                select: { displayEmpty: true },
                                htmlInput: { 'aria-label': `${column.column} ${translate('imports.mapUnit')}` },
                              }}
                            >
                              <MenuItem value="">—</MenuItem>
                              {units.map((unit) => (
                                <MenuItem key={unit} value={unit}>
                                  {translate(`imports.unit.${unit as UnitWord}`)}
                                </MenuItem>
                              ))}
                            </TextField>
                          )}
                        </TableCell>
                        <TableCell className="nowrap caption">
                          {choices[column.column]
                            ? translate('imports.confidence.chosen')
                            : column.confidence === 'none'
                              ? ''
                              : translate(`imports.confidence.${column.confidence}`)}
                        </TableCell>
                      </TableRow>
                    );
                  })}
                </TableBody>
              </Table>
            </ScrollX>
          </Card>
        )}
      </div>
    </>
  );
}
