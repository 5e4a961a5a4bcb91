/** Verdicts, as in rules and on the wire (docs/glossary.md, 结论). */
export const verdicts = ['met', 'warning', 'breach', 'no-data', 'not-due', 'waived'] as const;
export type Verdict = (typeof verdicts)[number];
