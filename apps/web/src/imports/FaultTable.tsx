import { keys, pressed } from '../parts/keys/keys.js';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useRef, type KeyboardEvent } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { Tag } from '../parts/marks/Tag.js';
import { FixField } from './FixField.js';
import type { ImportChange } from './useImport.js';

/** The record itself is the problem, not a cell: the row can only be skipped. */
const beyondCell = new Set([
  'row.duplicate',
  'row.differs',
  'figures.differs',
  'actual.no-contract',
  'actual.ambiguous',
  'standard.overlap',
  'standard.follows-open',
  'standard.differs',
  'standard.repeats',
  'calendar.year-incomplete',
  'calendar.year-differs',
  'calendar.repeats',
  'calendar.off-and-worked',
]);

/** The faults, corrected in place: Enter saves and goes to the next, S skips the row. */
export function FaultTable({
  record,
  onChange,
  onRow,
}: {
  record: Import;
  onChange: (change: ImportChange) => void;
  onRow: (row: number) => void;
}) {
  const translate = useTranslate();
  const body = useRef<HTMLTableSectionElement>(null);
  const { errors } = record;
  const editable = record.status === 'checked' || record.status === 'checking';
  const skip = (row: number): void => onChange({ skip: [row] });
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: number): void => {
    const typing = (event.target as HTMLElement).tagName === 'INPUT';
    const key = pressed(event);
    if (key === keys.enter) {
      const fields = [
        ...(body.current?.querySelectorAll<HTMLElement>('[data-fix] input, [data-fix] [role=combobox]') ?? []),
      ];
      const here = fields.findIndex((field) => event.currentTarget.contains(field));
      fields[here + 1]?.focus();
    } else if (!typing && key === 's') {
      event.preventDefault();
      skip(row);
    }
  };
  return (
    <Card
      title={
        <span className="row">
          {translate('imports.faults')}
          <Tag>{errors.length}</Tag>
        </span>
      }
      flush
      actions={
        editable &&
        errors.length > 0 && (
          <span className="caption row noprint">
            <Kbd>Enter</Kbd>
            {translate('imports.faultKeys.next')}
            <Kbd>S</Kbd>
            {translate('imports.faultKeys.skip')}
          </span>
        )
      }
    >
      {errors.length === 0 ? (
        <div className="cardbody quiet">{translate('imports.noFaults')}</div>
      ) : (
        <ScrollX label={translate('imports.faults')}>
          <Table className="faults">
            <TableHead>
              <TableRow>
                <TableCell align="right">{translate('imports.faultRow')}</TableCell>
                <TableCell align="center">{translate('imports.faultColumn')}</TableCell>
                <TableCell>{translate('imports.mapHeader')}</TableCell>
                <TableCell>{translate('imports.faultValue')}</TableCell>
                <TableCell>{translate('imports.faultReason')}</TableCell>
                {editable && <TableCell>{translate('imports.faultFix')}</TableCell>}
              </TableRow>
            </TableHead>
            <TableBody ref={body}>
              {errors.map((fault) => (
                <TableRow
                  key={`${fault.row} ${fault.column} ${fault.code}`}
                  hover
                  tabIndex={editable ? 0 : undefined}
                  onFocus={() => onRow(fault.row)}
                  onKeyDown={(event) => onKey(event, fault.row)}
                >
                  <TableCell align="right" className="strong">
                    {fault.row}
                  </TableCell>
                  <TableCell align="center">{fault.column}</TableCell>
                  <TableCell className="quiet">{fault.header}</TableCell>
                  <TableCell>
                    {(fault.value !== '' || fault.column !== null) && (
                      <span className="bad">{fault.value === '' ? translate('imports.empty') : fault.value}</span>
                    )}
                  </TableCell>
                  <TableCell>{fault.message}</TableCell>
                  {editable && (
                    <TableCell className="fixcell">
                      <div className="row" data-fix>
                        {(fault.column !== null || fault.code === 'supplement.which') &&
                          !beyondCell.has(fault.code) && (
                            <FixField
                              fault={fault}
                              onFix={(value) => onChange({ fixes: [{ row: fault.row, column: fault.column, value }] })}
                            />
                          )}
                        <Button
                          size="small"
                          startIcon={<Icon name="close" />}
                          onClick={() => skip(fault.row)}
                          aria-label={`${translate('imports.skipRow')} ${fault.row}`}
                        >
                          {translate('imports.skipRow')}
                        </Button>
                      </div>
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </ScrollX>
      )}
      {errors.length >= 1_000 && <div className="cardbody caption">{translate('imports.faultsMore')}</div>}
      {record.chosen.length > 0 && (
        <div className="cardbody row wrap skipped">
          <span className="quiet">{translate('imports.chosenRows')}</span>
          {record.chosen.map(({ row, value }) => (
            <Button
              key={row}
              size="small"
              disabled={!editable}
              onClick={() => onChange({ fixes: [{ row, column: null, value: null }] })}
            >
              {translate('imports.chooseAgain', {
                row,
                contract: /^#\d+$/u.test(value) ? translate('imports.choice.row', { row: value.slice(1) }) : value,
              })}
            </Button>
          ))}
        </div>
      )}
      {record.skip.length > 0 && (
        <div className="cardbody row wrap skipped">
          <span className="quiet">{translate('imports.skippedRows')}</span>
          {record.skip.map((row) => (
            <Button key={row} size="small" disabled={!editable} onClick={() => onChange({ unskip: [row] })}>
              {translate('imports.restore', { row })}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
