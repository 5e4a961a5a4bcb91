import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Icon } from '../marks/Icon.js';
import './entry.css';

interface Props<Row> {
  rows: readonly Row[];
  columns: readonly { head: string; cell: (row: Row, at: number) => ReactNode }[];
  /** The label for removing a row; without it the table is read-only. */
  remove?: ((row: Row, at: number) => string) | undefined;
  onChange: (rows: Row[]) => void;
  /** The sum, and what may be added, below the rows. */
  sums?: ReactNode;
}

/** A small table edited as a whole: each row can be removed, and what can be added is below. */
export function EditRows<Row>({ rows, columns, remove, onChange, sums }: Props<Row>) {
  const translate = useTranslate();
  return (
    <div className="scrollx">
      <table className="plain editrows">
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {remove && <th scope="col" aria-label={translate('ra.action.delete')} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(({ head, cell }) => (
                <td key={head}>{cell(row, at)}</td>
              ))}
              {remove && (
                <td>
                  <IconButton
                    aria-label={remove(row, at)}
                    onClick={() => onChange(rows.filter((_, own) => own !== at))}
                  >
                    <Icon name="trash" />
                  </IconButton>
                </td>
              )}
            </tr>
          ))}
          {sums && (
            <tr className="sum">
              {sums}
              {remove && <td />}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
