import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens, type Mode } from './tokens.js';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8').split('@media print')[0]!;

function variablesOf(mode: Mode): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${mode}'\\] \\{([^}]*)\\}`).exec(css)![1]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((found) => [found[1]!, found[2]!]));
}

/** WCAG 2 relative luminance and contrast. */
function luminance(hex: string): number {
  const channels = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('tokens, %s', (mode) => {
  const t = tokens[mode];
  const v = variablesOf(mode);

  it('says the same in CSS and in TypeScript', () => {
    const fromTypeScript = {
      canvas: t.canvas,
      surface: t.surface,
      'surface-2': t.surface2,
      sunken: t.sunken,
      hover: t.hover,
      line: t.line,
      'line-strong': t.lineStrong,
      control: t.control,
      ink: t.ink,
      'ink-2': t.ink2,
      'ink-3': t.ink3,
      accent: t.accent,
      'accent-hover': t.accentHover,
      'accent-tint': t.accentTint,
      'accent-mid': t.accentMid,
      'on-accent': t.onAccent,
      focus: t.focus,
      hatch: t.hatch,
      scrim: t.scrim,
      pop: t.pop,
      ...Object.fromEntries(
        Object.entries({
          met: 'met',
          warning: 'warning',
          breach: 'breach',
          notDue: 'not-due',
          noData: 'no-data',
          waived: 'waived',
        } as const).flatMap(([key, css]) => {
          const colours = t.verdict[key as keyof typeof t.verdict];
          return [
            [`${css}-ink`, colours.ink],
            [`${css}-tint`, colours.tint],
            [`${css}-mark`, colours.mark],
          ];
        }),
      ),
      ...Object.fromEntries(t.chart.map((colour, index) => [`ch${index + 1}`, colour])),
    };
    for (const [name, value] of Object.entries(fromTypeScript)) expect([name, v[name]]).toEqual([name, value]);
  });

  // Text needs 4.5; marks and the edges of controls need 3 (WCAG 1.4.3, 1.4.11).
  const { verdict } = t;
  const text: [string, string, string][] = [
    ['ink on surface', t.ink, t.surface],
    ['ink on canvas', t.ink, t.canvas],
    ['ink-2 on surface', t.ink2, t.surface],
    ['ink-2 on sunken', t.ink2, t.sunken],
    ['ink-3 on surface', t.ink3, t.surface],
    ['ink-3 on canvas', t.ink3, t.canvas],
    ['ink-3 on sunken', t.ink3, t.sunken],
    ['accent on surface', t.accent, t.surface],
    ['accent on tint', t.accent, t.accentTint],
    ['on-accent on accent', t.onAccent, t.accent],
    ['on-accent on hover', t.onAccent, t.accentHover],
    ['met', verdict.met.ink, verdict.met.tint],
    ['warning', verdict.warning.ink, verdict.warning.tint],
    ['breach', verdict.breach.ink, verdict.breach.tint],
    ['waived', verdict.waived.ink, verdict.waived.tint],
    ['not-due on surface', verdict.notDue.ink, t.surface],
    ['no-data on tint', verdict.noData.ink, verdict.noData.tint],
    ['no-data on hatch', verdict.noData.ink, t.hatch],
    ['breach ink on surface', verdict.breach.ink, t.surface],
    ['warning ink on surface', verdict.warning.ink, t.surface],
  ];
  it.each(text)('text: %s ≥ 4.5', (_name, ink, ground) => expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5));

  const marks: [string, string, string][] = [
    ['control edge', t.control, t.surface],
    ['focus ring', t.focus, t.surface],
    ['met', verdict.met.mark, t.surface],
    ['warning', verdict.warning.mark, t.surface],
    ['breach', verdict.breach.mark, t.surface],
    ['waived', verdict.waived.mark, t.surface],
    ...t.chart.map((colour, index): [string, string, string] => [`chart ${index + 1}`, colour, t.surface]),
  ];
  it.each(marks)('mark: %s ≥ 3', (_name, mark, ground) => expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3));
});
