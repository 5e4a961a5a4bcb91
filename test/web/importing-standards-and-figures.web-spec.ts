import { enterprises } from '@crm/api-contract/enterprises';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { zoneOf } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

/**
 * Upload, map, check, correct, import with progress, see the result, import again without changes, revert: for
 * standards, a calendar and annual figures.
 */
describe('importing standards, working days and figures', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  const firm = '91460100MA56UBF00K';

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts' }), openBrowser()]);
    const zone = await zoneOf(product);
    await zone.draft({ projectName: '拟签项目', commitments: [{ indicator: 'tax', perMuWan: '33' }] });
    const { id: enterpriseId } = await zone.officer.call(enterprises.create, {
      name: '海南年报有限公司',
      creditCode: firm,
    });
    await zone.signed({ enterpriseId, commitments: [{ indicator: 'tax', perMuWan: '31' }] });
    desk = await sitDown(browser, product, 'admin', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const upload = async (page: Page, kind: string, name: string, lines: readonly string[]) => {
    await page.goto(`${product.baseUrl}/imports`);
    await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /把表格拖到这里/ }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}`) });
  };
  const counts = async (page: Page) => (await page.locator('.cnt').innerText()).replace(/\s+/g, ' ');
  /** Locks what the worker writes to, so that its progress can be seen. */
  const held = async (during: () => Promise<void>) => {
    const holder = new pg.Client({ connectionString: product.databaseUrl });
    await holder.connect();
    await holder.query(`SELECT pg_advisory_lock(hashtext('imports.commit'))`);
    try {
      await during();
    } finally {
      await holder.end();
    }
  };
  const standards = [
    '指标,适用范围,生效日期,失效日期,标准（万元/亩）,文号',
    '税收,美安,2099-01-01,长期,40,示例〔2098〕1 号',
    '产值,美安,2099-01-01,长期,面议,示例〔2098〕1 号',
    '税收,全区,2099-01-01,长期,35,示例〔2098〕1 号',
  ];

  it('a sheet of standards: what it touches is shown before anything is confirmed', async () => {
    const { page } = desk;
    await upload(page, '省定标准', '标准.csv', standards);
    await page.getByText('标准（万元/亩）').waitFor();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByText('已核对 3 / 3 行').waitFor();
    expect(await counts(page)).toMatch(/^可导入 1 有误 2 待确认 1/);
    await page.getByText('含待确认的 1 行').waitFor();
    await page
      .locator('.touched')
      .getByRole('row', { name: /拟签项目/ })
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a value is mended in place, the version before confirmed to end', async () => {
    const { page } = desk;
    const value = page.getByLabel('改正第 3 行 E 列');
    await value.fill('700');
    await value.press('Enter');
    await page.getByRole('button', { name: '导入 2 行' }).waitFor();
    await page.getByRole('button', { name: '确认旧版本到期结束' }).click();
    await page.getByRole('button', { name: '导入 3 行' }).waitFor();
  });

  it('the import says how far it is, in every tab, and on another page when it is over', async () => {
    const { page, context } = desk;
    const other = await context.newPage();
    await held(async () => {
      await page.getByRole('button', { name: '导入 3 行' }).click();
      await page.getByText('已写入 0 / 3 行').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await other.goto(page.url());
      await other.getByText('已写入 0 / 3 行').waitFor();
      await page.goto(`${product.baseUrl}/imports`);
      await page
        .getByRole('row', { name: /标准\.csv/ })
        .getByText('已写入 0 / 3 行')
        .waitFor();
    });
    await page.getByRole('alert').filter({ hasText: '已导入 3 行' }).getByRole('link', { name: '打开' }).click();
    await other.getByText('3 个标准版本已登记').waitFor();
    await other.close();
    await page.getByText('3 个标准版本已登记').waitFor();
    expect((await page.locator('.keyfigures').innerText()).replace(/\s+/g, ' ')).toBe('新增版本 3 截止的旧版本 1');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the same sheet again changes nothing; the first one is taken back', async () => {
    const { page } = desk;
    const first = page.url();
    await upload(
      page,
      '省定标准',
      '标准.csv',
      standards.map((line) => line.replace('面议', '700')),
    );
    await page.getByRole('button', { name: '全部未变，确认' }).waitFor();
    await page.goto(first);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await held(async () => {
      await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
      await page.getByText('已撤回 0 / 3 行').waitFor();
    });
    await page.getByText('已撤销，系统回到导入之前').waitFor();
  });

  it('a calendar as the notice has it: a day that is wrong is mended, the year comes in', async () => {
    const { page } = desk;
    await upload(page, '工作日历', '2028.csv', [
      '节日,放假时间,调休上班,年度',
      '元旦,1月1日至3日,,2028',
      '国庆节,10月1日至7日,10月9日,2028',
    ]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    // A Monday is a working day anyway, so it cannot be a make-up day.
    await page
      .getByRole('row', { name: /10月9日/ })
      .first()
      .waitFor();
    const day = page.getByLabel('改正第 3 行 C 列');
    await day.fill('10月14日');
    await day.press('Enter');
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText('1 个年度的日历已生效').waitFor();
  });

  it('the figures of a year: a firm nobody knows is left out, the rest comes in and can be taken back', async () => {
    const { page } = desk;
    await upload(page, '企业经营数据', '年报.csv', [
      '年度,统一社会信用代码,当年产值（万元）,当年税收（万元）,数据来源',
      `2025,${firm},12000,800,税务部门`,
      `2024,91330100799655058B,1,1,税务部门`,
    ]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.locator('.cnt', { hasText: '可导入 1' }).waitFor();
    await page
      .getByRole('row', { name: /91330100799655058B/ })
      .first()
      .focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: '恢复第 3 行' }).waitFor();
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByText('2 个实绩已入账').waitFor();
    await page.getByRole('button', { name: '撤销导入' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销，系统回到导入之前').waitFor();
    expect(desk.faults).toEqual([]);
  });
});
