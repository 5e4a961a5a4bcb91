import type { Components, Theme } from '@mui/material/styles';
import { size, type Tokens } from './tokens.js';

/** Dense and quiet: two header lines (name, unit), hairlines, no zebra, numbers to the right, a bold sum row. */
export const tables = (t: Tokens): Components<Theme> => ({
  MuiTable: { defaultProps: { size: 'small' } },
  MuiTableRow: {
    styleOverrides: {
      root: {
        '&.MuiTableRow-hover:hover': { backgroundColor: t.hover },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: t.accentTint },
        '&:last-child > .MuiTableCell-body': { borderBottom: 0 },
        '&.sum > .MuiTableCell-root': {
          borderTop: `1px solid ${t.lineStrong}`,
          fontWeight: 600,
          backgroundColor: t.surface2,
        },
      },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: {
        padding: '7px 8px',
        fontSize: 13,
        lineHeight: '20px',
        borderBottom: `1px solid ${t.line}`,
      },
      sizeSmall: { padding: '7px 8px' },
      head: {
        padding: 8,
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 500,
        color: t.ink3,
        borderBottom: `1px solid ${t.lineStrong}`,
        verticalAlign: 'bottom',
        whiteSpace: 'pre',
        backgroundColor: t.surface,
      },
      alignRight: { whiteSpace: 'nowrap', flexDirection: 'row-reverse' },
      paddingCheckbox: { width: 40, padding: '0 0 0 10px', '&:first-of-type': { paddingLeft: 10 } },
      body: { height: size.row },
    },
  },
  MuiTableSortLabel: {
    styleOverrides: {
      root: { color: 'inherit', '&:hover': { color: t.ink }, '&.Mui-active': { color: t.ink } },
      icon: { fontSize: 14, margin: 0, '@media (hover: hover)': {} },
    },
  },
  MuiTablePagination: {
    styleOverrides: {
      root: { border: 0, color: t.ink2 },
      toolbar: { minHeight: 44, paddingLeft: 16 },
      selectLabel: { fontSize: 12, color: t.ink3 },
      displayedRows: { fontSize: 12, color: t.ink3 },
    },
  },
  MuiTableFooter: {
    styleOverrides: {
      root: {
        '& .MuiTableCell-root': {
          fontWeight: 600,
          color: t.ink,
          backgroundColor: t.surface2,
          borderTop: `1px solid ${t.lineStrong}`,
          borderBottom: 0,
          fontSize: 13,
        },
      },
    },
  },
});
