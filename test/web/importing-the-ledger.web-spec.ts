import type { Browser, Page } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { FIGURES, LEDGER, ledgerPath, uploaded } from '../servers/importing.js';
import { startProduct, type Product } from '../servers/product.js';

describe('importing the ledger', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts' }), openBrowser()]);
    desk = await sitDown(browser, product, 'manager');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const upload = async (page: Page, kind: string, file: string) => {
    await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /把表格拖到这里/ }).click(),
    ]);
    await chooser.setFiles(ledgerPath(file));
  };
  const counts = async (page: Page) => (await page.locator('.cnt').innerText()).replace(/\s+/g, ' ');

  it('a manager uploads the ledger and sees what each column means', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '导入', exact: true }).first().click();
    await page.getByText('还没有导入过').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await upload(page, '签约台账', LEDGER);
    await page.getByText('对赌指标（万元/亩） / 产值（营收）').waitFor();
    expect(
      await page
        .getByLabel('I 对应字段')
        .inputValue()
        .catch(() => page.getByRole('combobox', { name: /I 对应字段/ }).innerText()),
    ).toBeTruthy();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
  });

  it('the check names 32 contracts, six faults with row, column, value and reason, and marks them in the sheet', async () => {
    const { page } = desk;
    await page.getByText('已核对 47 / 47 行').waitFor();
    expect(await counts(page)).toBe(
      '可导入 32 有误 6 跳过 9 （小计 7，合计 1，空行 1） 自动规整 14 处：小写代码 8，全角数字 2，多余空格 4',
    );
    await page.getByText('K–M 列「对赌指标」按万元/亩读：与 J 列总投资相符，32 / 32 行').waitFor();
    const rows = await page.locator('.faults tbody tr').allInnerTexts();
    expect(
      rows.map((row) =>
        row
          .split(/\s*\t\s*/)
          .slice(0, 4)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['45', 'D', '统一社会信用代码', '91460100MA56UBF00A'],
      ['46', 'D', '统一社会信用代码', '91460100MA56UBF00K'],
      ['47', 'I', '用地面积（亩）', '0'],
      ['48', 'F', '落户园区', '不存在的园区'],
      ['49', 'H', '签约时间', '2021.2.30'],
      ['50', 'K', '对赌指标（万元/亩） 固定资产投资', '待定'],
    ]);
    await page.locator('.faults tbody tr').nth(5).focus();
    await page.locator('.xs td.bx', { hasText: '待定' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a cell is mended in place, a row skipped by S and restored', async () => {
    const { page } = desk;
    const area = page.getByLabel('改正第 47 行 I 列');
    await area.fill('20');
    await area.press('Enter');
    await page.getByRole('button', { name: '导入 33 行' }).waitFor();
    await page.locator('.faults tbody tr').filter({ hasText: '第 5 行重复' }).focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: '恢复第 46 行' }).waitFor();
    await page.locator('.cnt', { hasText: '有误 4' }).waitFor();
    await page.getByRole('button', { name: '恢复第 46 行' }).click();
    await page.locator('.cnt', { hasText: '有误 5' }).waitFor();
  });

  it('leaving the page and coming back goes on where it was', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '导入', exact: true }).first().click();
    await page.getByRole('row').filter({ hasText: '待导入' }).getByRole('link', { name: LEDGER }).click();
    await page.getByRole('button', { name: '导入 33 行' }).waitFor();
  });

  it('the contracts come in, with their result and the error workbook', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '导入 33 行' }).click();
    await page.getByText('33 份合同已入账').waitFor();
    expect((await page.locator('.keyfigures').innerText()).replace(/\s+/g, ' ')).toBe(
      '合同 33 新增企业 33 新增项目 33 承诺 99 有误 5',
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载错误表' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('签约项目台账2021-错误行.xlsx');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the import is reverted after a question, and comes in again: exactly the 32', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销，系统回到导入之前').waitFor();
    await page.getByRole('link', { name: '再导入一份' }).click();
    await upload(page, '签约台账', LEDGER);
    // This header was imported before, so its columns need no confirmation.
    await page.getByRole('button', { name: '导入 32 行' }).click();
    await page.getByText('32 份合同已入账').waitFor();
  });

  it('the annual figures follow', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '再导入一份' }).click();
    await upload(page, '企业经营数据', FIGURES);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '导入 122 行' }).click();
    await page.getByText('366 个实绩已入账').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('and the overview shows what they come to', async () => {
    const { page } = desk;
    await page.getByRole('main').getByRole('link', { name: '履约总览' }).click();
    const main = page.getByRole('main');
    await main.getByText('223', { exact: false }).first().waitFor();
    // The table of parks loads separately; its total row comes last.
    await main.getByText('66.30', { exact: false }).first().waitFor();
    const text = (await main.innerText()).replace(/\s+/g, ' ');
    for (const number of ['32', '66.30', '670', '976', '82', '223', '195', '273']) expect(text).toContain(number);
    await page.goBack();
  });

  it('the same ledger again changes nothing', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '再导入一份' }).click();
    await upload(page, '签约台账', LEDGER);
    await page.getByRole('button', { name: '全部未变，确认' }).click();
    await page.getByText('没有写入任何内容').waitFor();
  });

  it('a corrected ledger offers its rows: a code somebody vouches for, one reason, and two corrections that wait', async () => {
    const { page } = desk;
    const sheet = (mu: string, wan: string) =>
      Buffer.from(
        '项目名称,企业名称,统一社会信用代码,合同类型,产业,落户园区,签约时间,用地面积（亩）,总投资（万元）\n' +
          `屹禾展厅项目,海南屹禾科技有限公司,91469900MAEH2D2X77,实质合同,医药制造,药谷工业园,2023-03-11,${mu},13400\n` +
          `恒森仓储项目,海南恒森物流有限公司,91469900MAEDJF1W0T,实质合同,医药制造,药谷工业园,2023-03-11,20,${wan}\n`,
      );
    const manager = await Client.signedIn(product, 'manager');
    const slip = await uploaded(manager, 'contract-ledger', '有笔误.csv', sheet('250', '134000'));
    await page.goto(`${product.baseUrl}/imports/${slip.id}`);
    await page.getByLabel(/谁、在哪里查到/).fill('李主任在公示系统查到');
    await page.getByRole('button', { name: '确认登记系统如此' }).click();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText('2 份合同已入账').waitFor();

    const right = await uploaded(manager, 'contract-ledger', '已改正.csv', sheet('25', '13400'));
    await page.goto(`${product.baseUrl}/imports/${right.id}`);
    const offered = page.getByRole('region', { name: '与系统不同的行' });
    await offered.getByText('用地（亩） 250.00 → 25.00').waitFor();
    await offered.getByText('合同金额（万元） 134,000.00 → 13,400.00').waitFor();
    await page.getByRole('checkbox', { name: '全选可更正的行' }).check();
    await page.getByLabel('更正的理由（一次写明）').fill('台账多写了一个零');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '提请更正 2 行' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提请' }).click();
    await offered.getByRole('link', { name: '待同意' }).nth(1).waitFor();
    await page.getByRole('button', { name: '没有要写入的，结束' }).click();
    await page.getByText('没有写入任何内容').waitFor();
    expect(desk.faults).toEqual([]);
  });
});
