/**
 * The clipboard format of a spreadsheet: tabs between cells, line ends between rows; a quoted cell may contain both.
 * The last empty line is not a row.
 */
export function pastedGrid(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (quoted && sign === '"' && source[at + 1] === '"') cell += source[at++];
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1)!.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)!.push(cell.trim());
  return text === '' ? [] : rows;
}
