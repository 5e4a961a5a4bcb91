import type { Verdict } from './verdict.js';

const cut = 'var(--surface)';

/** Six shapes that a black-and-white printer keeps apart: disc, triangle, square, ring, hatch, shield. */
const shapes: Record<Verdict, React.ReactNode> = {
  met: (
    <>
      <circle cx="6" cy="6" r="6" fill="currentColor" />
      <path d="M3 6.200 5.200 8.400 9 4.200" fill="none" stroke={cut} strokeWidth="1.500" />
    </>
  ),
  warning: (
    <>
      <path d="M6 .6 11.800 11.400H.2z" fill="currentColor" />
      <path d="M6 4.200v3.600M6 9v1.200" stroke={cut} strokeWidth="1.400" />
    </>
  ),
  breach: (
    <>
      <path d="M0 0h12v12H0z" fill="currentColor" />
      <path d="M3.300 3.300l5.400 5.400M8.700 3.300 3.300 8.700" stroke={cut} strokeWidth="1.600" />
    </>
  ),
  'not-due': <circle cx="6" cy="6" r="5.200" fill="none" stroke="currentColor" strokeDasharray="2 1.600" />,
  'no-data': (
    <>
      <rect x=".6" y=".6" width="10.800" height="10.800" fill={cut} stroke="currentColor" strokeWidth="1.200" />
      <path d="M1 7 7 1M1 11 11 1M5 11l6-6" stroke="currentColor" />
    </>
  ),
  waived: (
    <>
      <path
        d="M6 .5 11 2.300v4C11 9 9 10.800 6 11.800 3 10.800 1 9 1 6.300v-4z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.200"
      />
      <path d="M3.500 6h5" stroke="currentColor" strokeWidth="1.400" />
    </>
  ),
};

/** The glyph alone is decoration: the word or number is beside it, or `label` says it. */
export function VerdictGlyph({ verdict, size = 12, label }: { verdict: Verdict; size?: number; label?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      className={verdict}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {shapes[verdict]}
    </svg>
  );
}
