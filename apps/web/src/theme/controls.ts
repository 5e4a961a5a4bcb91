import type { Components, Theme } from '@mui/material/styles';
import { size, type Tokens } from './tokens.js';

/** Buttons: 32 px high, no capitals, no ripple, one primary button per view. */
export const controls = (t: Tokens): Components<Theme> => {
  const ring = { outline: `2px solid ${t.focus}`, outlineOffset: 1 };
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': ring } },
    },
    // The button's text already says that it is busy.
    MuiCircularProgress: { defaultProps: { 'aria-hidden': true } },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined', size: 'medium' },
      styleOverrides: {
        root: {
          minWidth: 0,
          height: size.control,
          padding: '0 12px',
          gap: 6,
          fontWeight: 500,
          whiteSpace: 'nowrap',
          '&.Mui-disabled': { backgroundColor: t.sunken, borderColor: t.line, color: t.ink3 },
          '@media (max-width: 599.95px)': { height: size.touch, fontSize: 15 },
        },
        startIcon: { margin: 0 },
        endIcon: { margin: 0 },
        sizeSmall: { height: 26, padding: '0 8px', fontSize: 12 },
        contained: { border: `1px solid ${t.accent}`, '&:hover': { borderColor: t.accentHover } },
        outlined: {
          borderColor: t.control,
          color: t.ink,
          backgroundColor: t.surface,
          '&:hover': { backgroundColor: t.hover, borderColor: t.control },
        },
        text: { color: t.accent, border: '1px solid transparent', '&:hover': { backgroundColor: t.hover } },
      },
      variants: [
        {
          props: { variant: 'outlined', color: 'error' },
          style: {
            color: t.verdict.breach.ink,
            borderColor: t.verdict.breach.mark,
            '&:hover': { borderColor: t.verdict.breach.mark },
          },
        },
        { props: { variant: 'text', color: 'error' }, style: { color: t.verdict.breach.ink } },
        {
          props: { variant: 'text' },
          style: { '&.Mui-disabled': { backgroundColor: 'transparent', borderColor: 'transparent' } },
        },
      ],
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          width: size.control,
          height: size.control,
          padding: 0,
          borderRadius: 4,
          color: t.ink2,
          '&:hover': { backgroundColor: t.hover },
          '@media (max-width: 599.95px)': { width: size.touch, height: size.touch },
        },
        sizeSmall: { width: 26, height: 26 },
      },
    },
    MuiToggleButtonGroup: {
      styleOverrides: { root: { border: `1px solid ${t.control}`, overflow: 'hidden', backgroundColor: t.surface } },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          height: 30,
          padding: '0 12px',
          gap: 6,
          fontSize: 13,
          lineHeight: '20px',
          color: t.ink2,
          border: 0,
          borderLeft: `1px solid ${t.line}`,
          borderRadius: 0,
          textTransform: 'none',
          '&:first-of-type': { borderLeft: 0 },
          '&.MuiToggleButtonGroup-grouped': {
            margin: 0,
            borderLeft: `1px solid ${t.line}`,
            '&:first-of-type': { borderLeft: 0 },
          },
          '&.Mui-selected': {
            backgroundColor: t.accentTint,
            color: t.accent,
            fontWeight: 600,
            '&:hover': { backgroundColor: t.accentTint },
          },
          '&.Mui-focusVisible': { outlineOffset: -2 },
        },
      },
    },
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 37, borderBottom: `1px solid ${t.line}` },
        list: { gap: 20 },
        indicator: { height: 2, backgroundColor: t.accent },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minWidth: 0,
          minHeight: 37,
          padding: '8px 0',
          fontSize: 13,
          lineHeight: '20px',
          fontWeight: 400,
          color: t.ink2,
          textTransform: 'none',
          '&.Mui-selected': { color: t.accent, fontWeight: 600 },
        },
      },
    },
    MuiChip: {
      defaultProps: { variant: 'outlined', size: 'small' },
      styleOverrides: {
        root: { height: 20, borderRadius: 3, fontSize: 12, color: t.ink2, backgroundColor: t.surface },
        outlined: { borderColor: t.lineStrong },
        label: { paddingLeft: 6, paddingRight: 6 },
      },
    },
    MuiBadge: {
      styleOverrides: { badge: { height: 16, minWidth: 16, padding: '0 4px', fontSize: 11, fontWeight: 600 } },
    },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiSvgIcon: { styleOverrides: { root: { fontSize: 18 }, fontSizeSmall: { fontSize: 16 } } },
  };
};
