import type { Components, Theme } from '@mui/material/styles';
import { size, type Tokens } from './tokens.js';

/** Input fields: an outlined box of 36 px, the label above, the unit inside at the right, the hint below. */
export const fields = (t: Tokens): Components<Theme> => ({
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none', fullWidth: true } },
  MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none', fullWidth: true } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: '100%',
        marginBottom: 4,
        fontSize: 12,
        lineHeight: '18px',
        color: t.ink2,
        '&.Mui-focused, &.Mui-error': { color: t.ink2 },
        '@media (max-width: 599.95px)': { fontSize: 13 },
      },
      asterisk: { color: t.verdict.breach.ink },
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: { fontSize: 12, lineHeight: '18px', color: t.ink2, '&.Mui-focused': { color: t.ink2 } },
      asterisk: { color: t.verdict.breach.ink },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: size.field,
        paddingLeft: 0,
        paddingRight: 10,
        fontSize: 14,
        lineHeight: '22px',
        backgroundColor: t.surface,
        // 32 px in a dense filter bar, 44 px on a phone.
        '@media (max-width: 599.95px)': { minHeight: size.touch, fontSize: 16 },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: t.ink3 },
        '&.Mui-focused': { outline: `2px solid ${t.focus}`, outlineOffset: 1 },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 1, borderColor: t.focus },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: t.verdict.breach.mark },
        '&.Mui-disabled, &.Mui-readOnly': { backgroundColor: t.sunken },
        '&.Mui-disabled .MuiOutlinedInput-notchedOutline, &.Mui-readOnly .MuiOutlinedInput-notchedOutline': {
          borderColor: t.line,
        },
      },
      input: {
        padding: '7px 0 7px 10px',
        height: 'auto',
        '&:focus-visible': { outline: 'none' },
        '&::placeholder': { color: t.ink3, opacity: 1 },
        '&.Mui-disabled': { WebkitTextFillColor: t.ink2 },
      },
      multiline: { padding: 0, '& textarea': { padding: '7px 10px' } },
      notchedOutline: { top: 0, borderColor: t.control, '& legend': { display: 'none' } },
    },
  },
  MuiInputAdornment: {
    styleOverrides: {
      root: {
        color: t.ink3,
        fontSize: 12,
        height: 'auto',
        maxHeight: 'none',
        whiteSpace: 'nowrap',
        '& .MuiTypography-root': { fontSize: 12, color: t.ink3 },
      },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        margin: '4px 0 0',
        fontSize: 12,
        lineHeight: '18px',
        color: t.ink3,
        '&:empty': { display: 'none' },
        '&.Mui-error': { color: t.verdict.breach.ink },
      },
    },
  },
  MuiSelect: {
    styleOverrides: {
      select: { minHeight: 0, paddingRight: '28px !important', '&:focus': { backgroundColor: 'transparent' } },
      icon: { color: t.ink3, right: 8 },
    },
  },
  MuiAutocomplete: {
    defaultProps: { fullWidth: true, size: 'small' },
    styleOverrides: {
      inputRoot: {
        padding: '0 34px 0 0 !important',
        '& .MuiAutocomplete-input': { padding: '7px 0 7px 10px !important' },
      },
      paper: { border: 0, boxShadow: t.pop, fontSize: 13 },
      listbox: {
        padding: '4px 0',
        '& .MuiAutocomplete-option': {
          minHeight: 32,
          padding: '6px 12px',
          '&[aria-selected="true"]': { backgroundColor: t.accentTint },
        },
      },
      endAdornment: { top: '50%', transform: 'translateY(-50%)' },
    },
  },
  MuiCheckbox: { styleOverrides: { root: { padding: 6, color: t.control, borderRadius: 4 } } },
  MuiRadio: { styleOverrides: { root: { padding: 6, color: t.control } } },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiFormControlLabel: { styleOverrides: { label: { fontSize: 13, lineHeight: '20px' } } },
});
