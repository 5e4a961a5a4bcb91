import type { Browser } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { book, type Cell } from '../servers/ledger-sheets.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf } from '../e2e/zone.js';

/**
 * A workbook as an office keeps it: other column names, a percentage, a cell that is no number, an unknown enterprise.
 * It is corrected in the grid, saved and read again.
 */
describe('values of the per-mu classes out of a workbook', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const zone = await zoneOf(product);
    for (const name of ['海南工作簿甲有限公司', '海南工作簿乙有限公司']) await zone.firm(name);
    desk = await sitDown(browser, product, 'manager', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const header: Cell[] = [
    '单位名称',
    '亩均税收贡献（万元/亩）',
    '亩均工业增加值',
    '单位能耗增加值',
    '单位排放增加值',
    '劳动生产率',
    '研发占比（%）',
  ];
  const content = Buffer.from(
    book([
      ['亩均数据'],
      header,
      ['海南工作簿甲有限公司', 18, 100, 2, 4_000, 15, 4],
      ['海南工作簿乙有限公司', '十八', 100, 2, 4_000, 15, 4],
      ['没有这家公司', 18, 100, 2, 4_000, 15, 4],
    ]),
  );
  const readBook = async () =>
    desk.page.locator('input[type=file]').setInputFiles({
      name: '亩均数据.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: content,
    });
  const save = () => desk.page.getByRole('button', { name: /^保存/ });

  it('fills the grid, names what it cannot read by row, column and reason, saves nothing before, and is undone as one', async () => {
    const { page } = desk;
    await page.goto(`${product.baseUrl}/per-mu-classes?new=1`);
    const drawer = page.getByRole('dialog', { name: '新建一轮' });
    await drawer.getByLabel('年度').fill('2024');
    await drawer.getByLabel('参评企业').click();
    await page.getByRole('option', { name: '先不加' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: '2024 年亩均效益评价' }).waitFor();
    await page.getByRole('button', { name: '填报指标值' }).first().click();
    await readBook();
    await page.getByText('2 处看不懂，改好之前不能保存').waitFor();
    expect(
      await page
        .locator('.sheetfaults tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent))),
    ).toEqual([
      ['4', 'B 亩均税收贡献（万元/亩）', '十八'],
      ['5', 'A 单位名称', '没有这家公司'],
    ]);
    await page.getByText('第 5 行：没有找到企业“没有这家公司”').waitFor();
    await page.getByText('2 家还不在本轮，保存后加入').waitFor();
    expect([
      await save().isDisabled(),
      await page.getByLabel('来源').inputValue(),
      await page.getByLabel('海南工作簿甲有限公司 研发经费占比').inputValue(),
    ]).toEqual([true, '亩均数据.xlsx', '0.04']);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '撤回粘贴' }).click();
    await page.getByText('2 处看不懂').waitFor({ state: 'detached' });
    expect([await page.locator('.valuerows tbody tr').count(), await page.getByLabel('来源').inputValue()]).toEqual([
      0,
      '',
    ]);
  });

  it('mended in its cell, the firm nobody knows left out, it is saved; the same workbook again changes nothing', async () => {
    const { page } = desk;
    await readBook();
    await page.getByLabel('海南工作簿乙有限公司 亩均税收').fill('12');
    await page.getByText('1 处看不懂，改好之前不能保存').waitFor();
    await page.getByRole('button', { name: '这几处不填' }).click();
    await save().click();
    await page.getByRole('row', { name: /海南工作簿甲.*81\.57/ }).waitFor();
    await page.getByRole('button', { name: '填报指标值' }).first().click();
    await readBook();
    await page.getByText('2 处看不懂').waitFor();
    await page.getByRole('button', { name: '这几处不填' }).click();
    await page.getByText('保存 0 家').waitFor();
    expect([await save().isDisabled(), desk.faults]).toEqual([true, []]);
  });
});
