import { createTheme, type Theme } from '@mui/material/styles';
import { controls } from './controls.js';
import { fields } from './fields.js';
import { reactAdmin } from './reactAdmin.js';
import { surfaces } from './surfaces.js';
import { tables } from './tables.js';
import { fontFamily, motion, size, tokens, type Mode, type VerdictColours, type VerdictKey } from './tokens.js';

declare module '@mui/material/styles' {
  interface Palette {
    verdict: Record<VerdictKey, VerdictColours>;
  }
  interface PaletteOptions {
    verdict?: Record<VerdictKey, VerdictColours>;
  }
}

/** All measures of the screen in one place; spacing(1) is 4 px, so a card's padding is spacing(3, 4). */
function makeTheme(mode: Mode): Theme {
  const t = tokens[mode];
  const { verdict } = t;
  const text = (fontSize: number, lineHeight: number, fontWeight = 400) => ({
    fontSize,
    lineHeight: `${lineHeight}px`,
    fontWeight,
    letterSpacing: 0,
  });

  return createTheme({
    palette: {
      mode,
      primary: { main: t.accent, dark: t.accentHover, light: t.accentMid, contrastText: t.onAccent },
      // There is one accent colour: MUI's second colour is ink.
      secondary: { main: t.ink2, dark: t.ink, light: t.ink3, contrastText: t.surface },
      error: {
        main: verdict.breach.ink,
        light: verdict.breach.tint,
        dark: verdict.breach.ink,
        contrastText: t.surface,
      },
      warning: {
        main: verdict.warning.ink,
        light: verdict.warning.tint,
        dark: verdict.warning.ink,
        contrastText: t.surface,
      },
      success: { main: verdict.met.ink, light: verdict.met.tint, dark: verdict.met.ink, contrastText: t.surface },
      info: { main: t.accent, light: t.accentTint, dark: t.accentHover, contrastText: t.onAccent },
      background: { default: t.canvas, paper: t.surface },
      text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
      divider: t.line,
      action: {
        hover: t.hover,
        selected: t.accentTint,
        disabled: t.ink3,
        disabledBackground: t.sunken,
        focus: t.hover,
        active: t.ink2,
      },
      verdict,
    },
    typography: {
      fontFamily,
      fontSize: 13,
      htmlFontSize: 16,
      h1: text(20, 28, 600),
      h2: text(15, 24, 600),
      h3: text(13, 20, 600),
      h4: text(30, 40, 600),
      h5: text(20, 28, 600),
      h6: text(15, 24, 600),
      subtitle1: text(15, 24, 600),
      subtitle2: text(13, 20, 600),
      body1: text(14, 22),
      body2: text(13, 20),
      button: { ...text(13, 20, 500), textTransform: 'none' },
      caption: { ...text(12, 18), color: t.ink3 },
      overline: { ...text(12, 16), textTransform: 'none' },
    },
    spacing: 4,
    shape: { borderRadius: 4 },
    breakpoints: { values: { xs: 0, sm: 600, md: 1100, lg: 1280, xl: 1600 } },
    mixins: { toolbar: { minHeight: size.appBar } },
    transitions: {
      duration: {
        shortest: motion.quick,
        shorter: motion.quick,
        short: motion.quick,
        standard: motion.slide,
        complex: motion.slide,
        enteringScreen: motion.slide,
        leavingScreen: motion.quick,
      },
      easing: { easeInOut: 'ease-out', easeOut: 'ease-out', easeIn: 'ease-out', sharp: 'ease-out' },
    },
    components: { ...surfaces(t), ...controls(t), ...fields(t), ...tables(t), ...reactAdmin(t) },
  });
}

export const lightTheme = makeTheme('light');
export const darkTheme = makeTheme('dark');
