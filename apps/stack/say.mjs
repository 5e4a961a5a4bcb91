// Messages in the terminal: Chinese first, English beside it.

/**
 * One line of progress.
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  process.stdout.write(`  ${zh}  ·  ${en}\n`);
}

/** A refusal to go on: what is wrong and what to do, in both languages. It is printed without a stack trace. */
export class Stop extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(`${zh}\n  ${en}`);
    this.name = 'Stop';
  }
}

/** @param {unknown} error */
export function sayWhyItStopped(error) {
  const text =
    error instanceof Stop ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\n✗ ${text}\n`);
}

/**
 * Terminal columns of a text; CJK and full-width characters take two.
 * @param {string} text
 */
export function widthOf(text) {
  let columns = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    if (point < 0x20 || (point >= 0x300 && point <= 0x36f) || point === 0x200b) continue;
    const wide =
      (point >= 0x1100 && point <= 0x115f) ||
      (point >= 0x2e80 && point <= 0xa4cf) ||
      (point >= 0xac00 && point <= 0xd7a3) ||
      (point >= 0xf900 && point <= 0xfaff) ||
      (point >= 0xfe30 && point <= 0xfe6f) ||
      (point >= 0xff00 && point <= 0xff60) ||
      (point >= 0xffe0 && point <= 0xffe6) ||
      (point >= 0x1f300 && point <= 0x1faff) ||
      (point >= 0x20000 && point <= 0x3fffd);
    columns += wide ? 2 : 1;
  }
  return columns;
}

/** @param {string} text @param {number} columns */
export function padTo(text, columns) {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/**
 * Draws a frame around lines; `'-'` is a rule across.
 * @param {string[]} lines
 */
export function framed(lines) {
  const inner = Math.max(...lines.map((line) => (line === '-' ? 0 : widthOf(line)))) + 2;
  const body = lines.map((line) => (line === '-' ? `├${'─'.repeat(inner)}┤` : `│ ${padTo(line, inner - 2)} │`));
  return [`┌${'─'.repeat(inner)}┐`, ...body, `└${'─'.repeat(inner)}┘`].join('\n');
}
