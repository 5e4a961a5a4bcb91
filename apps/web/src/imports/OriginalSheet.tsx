import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../parts/layout/Card.js';
import { Icon } from '../parts/marks/Icon.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { ask } from '../providers/ask.js';

const ROWS = 10;
const ABOVE = 2;

/** The original sheet around the faulty row, with wrong cells marked. */
export function OriginalSheet({ record, around }: { record: Import; around: number }) {
  const translate = useTranslate();
  const [moved, setMoved] = useState({ around, by: 0 });
  const below = (record.headerRows?.last ?? 0) + 1;
  const by = moved.around === around ? moved.by : 0;
  const from = Math.max(below, around - ABOVE + by);
  const to = from + ROWS - 1;
  const { data } = useQuery({
    queryKey: ['imports', record.id, 'rows', from, record.version],
    queryFn: ({ signal }) => ask(imports.rows, { params: { id: record.id }, query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  });
  const step = (rows: number): void => setMoved({ around, by: by + rows });
  return (
    <Card
      title={translate('imports.original')}
      caption={translate('imports.originalRows', { from, to: Math.min(to, data?.last ?? to) })}
      flush
      actions={
        <span className="row">
          <span className="verdictword caption">
            <i className="bad sw" />
            {translate('imports.legendFault')}
          </span>
          <span className="verdictword caption">
            <i className="nmx" />
            {translate('imports.legendMended')}
          </span>
          <Button
            size="small"
            aria-label={translate('imports.earlier')}
            disabled={from <= below}
            onClick={() => step(-ROWS)}
          >
            <Icon name="up" />
          </Button>
          <Button
            size="small"
            aria-label={translate('imports.later')}
            disabled={data !== undefined && to >= data.last}
            onClick={() => step(ROWS)}
          >
            <Icon name="down" />
          </Button>
        </span>
      }
    >
      {!data ? (
        <SkeletonTable rows={4} rowHeight={24} />
      ) : (
        <ScrollX label={translate('imports.original')}>
          <table className="xs">
            <thead>
              <tr>
                <th />
                {data.columns.map((column) => (
                  <th key={column}>{column}</th>
                ))}
              </tr>
              {record.headerRows && (
                <tr>
                  <th>{record.headerRows.last}</th>
                  {record.mapping.map(({ column, header }) => (
                    <th key={column}>{header.at(-1)}</th>
                  ))}
                </tr>
              )}
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr
                  key={row.row}
                  className={row.outcome === 'skipped' ? 'sub' : undefined}
                  aria-current={row.row === around ? 'true' : undefined}
                >
                  <td className="rn">{row.row}</td>
                  {data.columns.map((column) => {
                    const cell = row.cells.find((one) => one.column === column);
                    const marks = [
                      cell?.number ? 'num' : '',
                      cell?.fault ? 'bx' : '',
                      cell?.noticed ? 'nm' : '',
                      cell?.fixed ? 'fxd' : '',
                    ]
                      .filter(Boolean)
                      .join(' ');
                    return (
                      <td
                        key={column}
                        className={marks || undefined}
                        title={cell?.fixed ? translate('imports.legendFixed') : undefined}
                      >
                        {cell?.text}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      )}
    </Card>
  );
}
