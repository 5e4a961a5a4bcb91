/** The tokens as values, for MUI and for charts. The same names and values stand in tokens.css; tokens.spec.ts compares them. */

export type Mode = 'light' | 'dark';

/** Ink carries text and icons, tint is the ground beneath them, mark fills bars and never carries text. */
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
  /** Series colours in order; the first is the accent, none is a verdict's hue. */
  chart: readonly [string, string, string, string, string, string];
}

const light: Tokens = {
  canvas: '#F5F4F1',
  surface: '#FFFFFF',
  surface2: '#FAF9F7',
  sunken: '#EDEBE6',
  hover: '#F2F1ED',
  line: '#E3E0DA',
  lineStrong: '#CBC7BF',
  control: '#8C877D',
  ink: '#1E1D1A',
  ink2: '#55514A',
  ink3: '#6B665D',
  accent: '#0B6670',
  accentHover: '#084F57',
  accentTint: '#E4F0F0',
  accentMid: '#A9CDCF',
  onAccent: '#FFFFFF',
  focus: '#0B6670',
  hatch: '#CFCAC1',
  scrim: 'rgba(30,29,26,.36)',
  pop: '0 8px 24px rgba(30,29,26,.14), 0 0 0 1px rgba(30,29,26,.08)',
  verdict: {
    met: { ink: '#33691E', tint: '#E7F0DF', mark: '#5B8F3C' },
    warning: { ink: '#855300', tint: '#FBEFD0', mark: '#B97C0C' },
    breach: { ink: '#A3261B', tint: '#FADFDA', mark: '#C33E2E' },
    notDue: { ink: '#6B665D', tint: 'transparent', mark: '#B9B4AA' },
    noData: { ink: '#55514A', tint: '#F3F1ED', mark: '#8C877D' },
    waived: { ink: '#45557A', tint: '#E8EBF2', mark: '#7787AB' },
  },
  chart: ['#0B6670', '#B08A4A', '#5F7391', '#8B6F7E', '#7C8A5B', '#6B665D'],
};

const dark: Tokens = {
  canvas: '#141615',
  surface: '#1C1F1E',
  surface2: '#212423',
  sunken: '#2A2D2C',
  hover: '#262A28',
  line: '#313533',
  lineStrong: '#474C49',
  control: '#7F857F',
  ink: '#ECEAE4',
  ink2: '#B9B6AD',
  ink3: '#9C9990',
  accent: '#63BDC2',
  accentHover: '#86D0D4',
  accentTint: '#17353A',
  accentMid: '#2E6F76',
  onAccent: '#06282B',
  focus: '#86D0D4',
  hatch: '#434845',
  scrim: 'rgba(0,0,0,.55)',
  pop: '0 8px 24px rgba(0,0,0,.5), 0 0 0 1px rgba(255,255,255,.08)',
  verdict: {
    met: { ink: '#A3CF86', tint: '#23331B', mark: '#74A856' },
    warning: { ink: '#EBBD62', tint: '#3A2D10', mark: '#D19B2E' },
    breach: { ink: '#F5A093', tint: '#4A211C', mark: '#D9594A' },
    notDue: { ink: '#9C9990', tint: 'transparent', mark: '#5C615D' },
    noData: { ink: '#B9B6AD', tint: '#232625', mark: '#7F857F' },
    waived: { ink: '#AEBBDA', tint: '#262D3D', mark: '#7787AB' },
  },
  chart: ['#63BDC2', '#D1AC6C', '#8FA3C3', '#BD9EAE', '#A9B883', '#9C9990'],
};

export const tokens: Record<Mode, Tokens> = { light, dark };

/** No web font is ever asked for: these are what the machines of a Chinese office have. */
export const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';

/** Pixels. Controls are buttons and selects, fields are text inputs, touch is the least a thumb needs. */
export const size = { appBar: 48, side: 200, sideFolded: 56, row: 36, rowWithBar: 40, heatCell: 22, control: 32, field: 36, touch: 44, phoneBar: 60 } as const;

/** Milliseconds; nothing bounces, and prefers-reduced-motion turns all of it off. */
export const motion = { quick: 120, slide: 180 } as const;
