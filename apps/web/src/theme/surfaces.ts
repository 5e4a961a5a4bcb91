import type { Components, Theme } from '@mui/material/styles';
import { motion, type Tokens } from './tokens.js';

/** White sheets with a hairline; only floating parts have a shadow. */
export const surfaces = (t: Tokens): Components<Theme> => ({
  MuiCssBaseline: {
    styleOverrides: { body: { fontSize: 13, lineHeight: '20px', fontVariantNumeric: 'tabular-nums' } },
  },
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none' }, elevation0: { border: `1px solid ${t.line}` } },
  },
  MuiCard: { defaultProps: { elevation: 0 } },
  MuiCardContent: { styleOverrides: { root: { padding: '12px 16px', '&:last-child': { paddingBottom: 12 } } } },
  MuiAppBar: {
    defaultProps: { elevation: 0, color: 'inherit' },
    styleOverrides: { root: { backgroundColor: t.surface, border: 0, borderBottom: `1px solid ${t.line}` } },
  },
  MuiBackdrop: {
    styleOverrides: { root: { backgroundColor: t.scrim }, invisible: { backgroundColor: 'transparent' } },
  },
  MuiDrawer: {
    styleOverrides: {
      paper: { border: 0, borderLeft: `1px solid ${t.lineStrong}`, borderRadius: 0, boxShadow: 'var(--side-shadow)' },
    },
  },
  MuiDialog: {
    styleOverrides: { paper: { border: 0, borderRadius: 6, boxShadow: t.pop, maxWidth: 560 } },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { fontSize: 15, lineHeight: '24px', fontWeight: 600, padding: '14px 20px 10px' } },
  },
  MuiDialogContent: { styleOverrides: { root: { padding: '4px 20px 16px', fontSize: 14, lineHeight: '24px' } } },
  MuiDialogContentText: { styleOverrides: { root: { fontSize: 14, lineHeight: '24px', color: t.ink2 } } },
  MuiDialogActions: {
    styleOverrides: {
      root: {
        padding: '12px 20px',
        borderTop: `1px solid ${t.line}`,
        justifyContent: 'flex-start',
        flexDirection: 'row-reverse',
        gap: 8,
        '& > :not(style) ~ :not(style)': { marginLeft: 0 },
      },
    },
  },
  MuiPopover: { styleOverrides: { paper: { border: 0, borderRadius: 4, boxShadow: t.pop } } },
  MuiMenu: {
    styleOverrides: {
      paper: { border: 0, boxShadow: t.pop, minWidth: 160 },
      list: { paddingTop: 4, paddingBottom: 4 },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        fontSize: 13,
        lineHeight: '20px',
        minHeight: 32,
        padding: '6px 12px',
        gap: 10,
        '&.Mui-selected': { backgroundColor: t.accentTint, color: t.accent, fontWeight: 600 },
        '&.Mui-selected:hover': { backgroundColor: t.accentTint },
        '@media (pointer: coarse)': { minHeight: 44 },
      },
    },
  },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 0, color: 'inherit' } } },
  MuiTooltip: {
    // A tooltip is a description; the element's name is its own text or aria-label.
    defaultProps: { enterDelay: 300, arrow: false, describeChild: true },
    styleOverrides: {
      tooltip: {
        backgroundColor: t.ink,
        color: t.surface,
        fontSize: 12,
        lineHeight: '18px',
        padding: '4px 8px',
        borderRadius: 4,
        maxWidth: 320,
      },
    },
  },
  MuiSkeleton: {
    defaultProps: { animation: false, variant: 'rectangular' },
    styleOverrides: { root: { backgroundColor: t.sunken, borderRadius: 2, height: 12 } },
  },
  MuiSnackbarContent: {
    styleOverrides: {
      root: {
        backgroundColor: t.ink,
        color: t.surface,
        fontSize: 13,
        borderRadius: 4,
        boxShadow: t.pop,
        padding: '4px 12px',
      },
    },
  },
  MuiAlert: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: {
      root: {
        fontSize: 13,
        lineHeight: '20px',
        padding: '4px 12px',
        borderRadius: 3,
        borderLeftWidth: 3,
        color: t.ink,
        backgroundColor: t.surface2,
      },
    },
  },
  MuiLinearProgress: { styleOverrides: { root: { height: 6, borderRadius: 3, backgroundColor: t.sunken } } },
  MuiAccordion: { defaultProps: { disableGutters: true } },
  MuiModal: { defaultProps: { disableScrollLock: true } },
  MuiCollapse: { defaultProps: { timeout: motion.slide } },
});
