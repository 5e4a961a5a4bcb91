import type { ThemeOptions } from '@mui/material/styles';
import type { Tokens } from './tokens.js';

const inputs = [
  'TextInput',
  'SelectInput',
  'AutocompleteInput',
  'BooleanInput',
  'NumberInput',
  'RadioButtonGroupInput',
  'CheckboxGroupInput',
  'PasswordInput',
  'SelectArrayInput',
  'NullableBooleanInput',
  'ResettableTextField',
];

/** react-admin's own parts in the same style: no second toolbar colour, no floating buttons, no grey bars. */
export const reactAdmin = (t: Tokens): ThemeOptions['components'] =>
  ({
    RaList: {
      styleOverrides: {
        root: {
          '& .RaList-content': { borderRadius: 4, overflowX: 'auto' },
          '& .RaList-actions': { padding: 0, minHeight: 0, alignItems: 'center' },
        },
      },
    },
    RaTopToolbar: { styleOverrides: { root: { padding: 0, minHeight: 32, gap: 8 } } },
    RaToolbar: {
      styleOverrides: {
        root: {
          backgroundColor: 'transparent',
          borderTop: `1px solid ${t.line}`,
          padding: '12px 16px',
          minHeight: 0,
          gap: 8,
        },
      },
    },
    RaFilterForm: { styleOverrides: { root: { minHeight: 0, gap: 8, padding: 0, alignItems: 'center' } } },
    RaEmpty: { styleOverrides: { root: { color: t.ink2 } } },
    RaBulkActionsToolbar: {
      styleOverrides: {
        root: {
          '& .RaBulkActionsToolbar-toolbar': {
            backgroundColor: t.accentTint,
            color: t.accent,
            minHeight: 40,
            borderRadius: 0,
            transform: 'none',
            paddingLeft: 16,
            paddingRight: 16,
          },
          '& .RaBulkActionsToolbar-collapsed': { minHeight: 0, height: 0, overflow: 'hidden' },
        },
      },
    },
    RaLabeled: {
      styleOverrides: { root: { '& .RaLabeled-label': { fontSize: 12, lineHeight: '18px', color: t.ink3 } } },
    },
    RaButton: { defaultProps: { size: 'medium' } },
    RaSaveButton: { defaultProps: { variant: 'contained', size: 'medium', icon: null } },
    // No empty line is reserved under a field: a hint or an error makes its own room.
    ...Object.fromEntries(inputs.map((name) => [`Ra${name}`, { defaultProps: { helperText: false } }])),
    RaNotification: { defaultProps: { autoHideDuration: 5000 } },
    RaSimpleShowLayout: { styleOverrides: { root: { padding: '12px 16px' } } },
    RaLoadingIndicator: { styleOverrides: { root: { '& .RaLoadingIndicator-loader': { color: t.ink3 } } } },
  }) as ThemeOptions['components'];
