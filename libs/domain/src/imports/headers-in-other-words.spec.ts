import { fieldsOf } from './fields.js';
import { findHeader } from './find-header.js';
import { headerText } from './column-units.js';
import { aGrid, merged } from './grid.example.js';
import { wordedSheets, type WordedSheet } from './headers-in-other-words.example.js';

/** One row of headers, or two where a column has a header above it. */
function sheetOf({ columns }: WordedSheet) {
  const above = columns.map(([, , , name]) => name ?? null);
  const grouped = above.some((name) => name !== null);
  const rows = Array.from({ length: 3 }, (_, n) => columns.map(([, , samples]) => samples[n] ?? null));
  if (!grouped) return aGrid([columns.map(([header]) => header), ...rows]);
  const first = above.findIndex((name) => name !== null);
  const last = above.findLastIndex((name) => name !== null);
  return aGrid(
    [
      columns.map(([header], at) => (above[at] === null ? header : at === first ? (above[at] ?? null) : null)),
      columns.map(([header], at) => (above[at] === null ? null : header)),
      ...rows,
    ],
    [merged(1, 1, first, last), ...columns.flatMap((_, at) => (above[at] === null ? [merged(1, 2, at, at)] : []))],
  );
}

const found = wordedSheets.flatMap((sheet) => {
  const header = findHeader(sheetOf(sheet), sheet.kind);
  return sheet.columns.map(([name, field], at) => ({
    name,
    field,
    got: header?.columns.find(({ column }) => column === at)?.field ?? null,
  }));
});
const asked = found.filter(({ field }) => field !== null);
const hits = asked.filter(({ field, got }) => field === got);
process.stdout.write(`headers in no list of names: ${hits.length} of ${asked.length} recognised\n`);

describe('headers in other words', () => {
  it('are at least sixty, and none of them is in a list of names', () => {
    const known = Object.values(fieldsOf).flatMap((fields) => fields.flatMap(({ names }) => names));
    const listed = wordedSheets.flatMap(({ columns }) =>
      columns
        .filter(([header, , , above]) => !above && known.includes(headerText(header).name))
        .map(([header]) => header),
    );
    expect(listed).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(60);
  });
  it('are recognised, nineteen of twenty', () => expect(hits.length / asked.length).toBeGreaterThanOrEqual(0.95));
  it('no column is taken for another one', () =>
    expect(found.filter(({ field, got }) => got !== null && got !== field)).toEqual([]));
});
