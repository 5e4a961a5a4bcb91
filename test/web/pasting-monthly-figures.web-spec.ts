import type { Browser, Locator } from 'playwright-core';
import { answerLeaving, openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { pasteInto } from '../servers/in-page.js';
import { startProduct, type Product } from '../servers/product.js';

/**
 * Three lines from a spreadsheet: units in the cells, full-width digits, one value that is no number. The paste is
 * undone as a whole, corrected and saved.
 */
describe('pasting the figures of a month', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    desk = await sitDown(browser, product, 'manager', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const lines = '5,000\t３．２亿\r\n1.2 亿\t12000万元\r\n约六百\t600\r\n';
  const cell = (at: number): Locator => desk.page.locator('.enterrows input.figure').nth(at);
  const paste = (text: string) => pasteInto(cell(0), text);
  const open = async () => {
    await desk.page.goto(`${product.baseUrl}/lights`);
    await desk.page.getByRole('button', { name: '填报' }).first().click();
    await cell(0).waitFor();
  };

  it('fills the cells from where it is pasted, marks the one that cannot be read, and is taken back by Ctrl Z', async () => {
    const { page } = desk;
    await open();
    await paste(lines);
    await page.getByText('已粘贴 6 格').waitFor();
    await page.getByText('1 格看不懂，已标红').waitFor();
    expect([
      await cell(1).inputValue(),
      await cell(4).getAttribute('aria-invalid'),
      await page.locator('.enterrows tbody tr').nth(2).getByText('请填数字').count(),
    ]).toEqual(['３．２亿', 'true', 1]);
    expect(await page.getByRole('button', { name: /^保存/ }).isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await cell(0).press('Control+z');
    await page.getByText('已粘贴 6 格').waitFor({ state: 'detached' });
    expect(await cell(1).inputValue()).toBe('');
  });

  it('put right it is saved in 万元, each cell in its own unit', async () => {
    const { page } = desk;
    await paste(lines);
    await cell(4).fill('600');
    await page.getByText('1 格看不懂，已标红').waitFor({ state: 'detached' });
    await page.getByLabel('来源').fill('统计月报');
    // Figures of one month are asked about before another month or Esc drops them.
    const month = page.getByRole('combobox', { name: '月份' });
    const shown = await month.inputValue();
    await month.selectOption('1');
    await answerLeaving(page, 'stay');
    expect([await month.inputValue(), await cell(4).inputValue()]).toEqual([shown, '600']);
    await page.keyboard.press('Escape');
    await answerLeaving(page, 'stay');
    await page.getByRole('button', { name: '保存 3 项' }).click();
    await page.getByText('已保存计划与实绩').waitFor();
    await open();
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map((at) => cell(at).inputValue()))).toEqual([
      '5000',
      '32000',
      '12000',
      '12000',
      '600',
      '600',
    ]);
    expect(desk.faults).toEqual([]);
  });
});
