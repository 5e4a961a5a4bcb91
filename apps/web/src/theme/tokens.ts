/**
 * The tokens as values, for MUI and for charts. tokens.css has the same names and values; tokens.spec.ts compares them.
 */

export type Mode = 'light' | 'dark';

/** Ink is for text and icons, tint for the ground beneath, mark for bars and never for text. */
export interface VerdictColours {
  ink: string;
  tint: string;
  mark: string;
}

export type VerdictKey = 'met' | 'warning' | 'breach' | 'notDue' | 'noData' | 'waived';

export interface Tokens {
  canvas: string;
  surface: string;
  surface2: string;
  sunken: string;
  hover: string;
  line: string;
  lineStrong: string;
  control: string;
  ink: string;
  ink2: string;
  ink3: string;
  accent: string;
  accentHover: string;
  accentTint: string;
  accentMid: string;
  onAccent: string;
  focus: string;
  hatch: string;
  scrim: string;
  pop: string;
  verdict: Record<VerdictKey, VerdictColours>;
  /** Series colours in order; the first is the accent, and none is the hue of a verdict. */
  chart: readonly [string, string, string, string, string, string];
}

const light: Tokens = {
  canvas: '#f5f4f1',
  surface: '#ffffff',
  surface2: '#faf9f7',
  sunken: '#edebe6',
  hover: '#f2f1ed',
  line: '#e3e0da',
  lineStrong: '#cbc7bf',
  control: '#8c877d',
  ink: '#1e1d1a',
  ink2: '#55514a',
  ink3: '#6b665d',
  accent: '#0b6670',
  accentHover: '#084f57',
  accentTint: '#e4f0f0',
  accentMid: '#a9cdcf',
  onAccent: '#ffffff',
  focus: '#0b6670',
  hatch: '#cfcac1',
  scrim: 'rgba(30, 29, 26, 0.36)',
  pop: '0 8px 24px rgba(30, 29, 26, 0.14), 0 0 0 1px rgba(30, 29, 26, 0.08)',
  verdict: {
    met: { ink: '#33691e', tint: '#e7f0df', mark: '#5b8f3c' },
    warning: { ink: '#855300', tint: '#fbefd0', mark: '#b97c0c' },
    breach: { ink: '#a3261b', tint: '#fadfda', mark: '#c33e2e' },
    notDue: { ink: '#6b665d', tint: 'transparent', mark: '#b9b4aa' },
    noData: { ink: '#55514a', tint: '#f3f1ed', mark: '#8c877d' },
    waived: { ink: '#45557a', tint: '#e8ebf2', mark: '#7787ab' },
  },
  chart: ['#0b6670', '#b08a4a', '#5f7391', '#8b6f7e', '#7c8a5b', '#6b665d'],
};

const dark: Tokens = {
  canvas: '#141615',
  surface: '#1c1f1e',
  surface2: '#212423',
  sunken: '#2a2d2c',
  hover: '#262a28',
  line: '#313533',
  lineStrong: '#474c49',
  control: '#7f857f',
  ink: '#eceae4',
  ink2: '#b9b6ad',
  ink3: '#9c9990',
  accent: '#63bdc2',
  accentHover: '#86d0d4',
  accentTint: '#17353a',
  accentMid: '#2e6f76',
  onAccent: '#06282b',
  focus: '#86d0d4',
  hatch: '#434845',
  scrim: 'rgba(0, 0, 0, 0.55)',
  pop: '0 8px 24px rgba(0, 0, 0, 0.5), 0 0 0 1px rgba(255, 255, 255, 0.08)',
  verdict: {
    met: { ink: '#a3cf86', tint: '#23331b', mark: '#74a856' },
    warning: { ink: '#ebbd62', tint: '#3a2d10', mark: '#d19b2e' },
    breach: { ink: '#f5a093', tint: '#4a211c', mark: '#d9594a' },
    notDue: { ink: '#9c9990', tint: 'transparent', mark: '#5c615d' },
    noData: { ink: '#b9b6ad', tint: '#232625', mark: '#7f857f' },
    waived: { ink: '#aebbda', tint: '#262d3d', mark: '#7787ab' },
  },
  chart: ['#63bdc2', '#d1ac6c', '#8fa3c3', '#bd9eae', '#a9b883', '#9c9990'],
};

export const tokens: Record<Mode, Tokens> = { light, dark };

/** No web font is loaded: these fonts are on the machines of a Chinese office. */
export const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Pixels. Controls are buttons and selects, fields are text inputs, touch is the minimum for a thumb. */
export const size = {
  appBar: 48,
  side: 200,
  sideFolded: 56,
  row: 36,
  rowWithBar: 40,
  heatCell: 22,
  control: 32,
  field: 36,
  touch: 44,
  phoneBar: 60,
} as const;

/** Milliseconds; nothing bounces, and prefers-reduced-motion turns it all off. */
export const motion = { quick: 120, slide: 180 } as const;
