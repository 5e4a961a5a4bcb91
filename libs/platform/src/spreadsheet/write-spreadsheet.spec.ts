import { readSpreadsheet } from './read-spreadsheet.js';
import { writeSpreadsheet } from './write-spreadsheet.js';

describe('a written workbook', () => {
  it('reads back as the texts that went in, and calculates nothing', async () => {
    const texts = [
      "=cmd|'/c calc'!A1",
      '＝1+1',
      '+86',
      '@x',
      '91460100MA56UBF00K',
      '0012',
      '𠮷 <b>&amp;</b>',
      '两\n行',
    ];
    const file = await writeSpreadsheet({
      name: '错误/表',
      rows: [[{ text: '原值', mark: 'header' }], ...texts.map((text) => [undefined, { text, mark: 'fault' as const }])],
      widths: [10, 30],
      headerRows: 1,
    });
    const [sheet] = readSpreadsheet(file).sheets;
    expect(sheet!.name).toBe('错误 表');
    expect(sheet!.rows.slice(1).map((row) => row.cells)).toEqual(
      texts.map((text) => [{ column: 1, type: 'text', text }]),
    );
  });

  it('puts a mark where a character cannot be written', async () => {
    const [sheet] = readSpreadsheet(
      await writeSpreadsheet({ name: '表', rows: [[{ text: 'a\u0001b\ud800' }]], widths: [10], headerRows: 0 }),
    ).sheets;
    expect(sheet!.rows[0]!.cells[0]!.text).toBe('a□b□');
  });
});
