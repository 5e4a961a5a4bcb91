import { spawnSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, seriousFindings, signIn } from '../servers/browser.js';
import { fitsItsWidth } from '../servers/in-page.js';
import { WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

const PASSWORD = 'kettle orbit mauve 41';

/** An empty product becomes an office of two: by the printed link, without a developer. */
describe('moving in', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  let secret = '';
  const faults: string[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: '0', worker: false }), openBrowser()]);
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(WAIT_MS);
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const printedLink = (): string =>
    spawnSync(process.execPath, ['apps/api/dist/setup-link.js'], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: product.databaseUrl,
        PUBLIC_URL: product.baseUrl,
        AUDIT_KEY: process.env.TEST_AUDIT_KEY,
        LOG_LEVEL: 'silent',
      },
    }).stdout.trim();

  it('the sign-in page says that nobody is administrator yet, and what to do', async () => {
    await page.goto(product.baseUrl);
    await page.getByText('还没有管理员', { exact: false }).waitFor();
    await page.goto(`${product.baseUrl}/setup?token=${'x'.repeat(43)}`);
    await page.getByText('请用启动时打印的完整链接打开这一页').waitFor();
  });

  it('by the printed link the zone gets its name and its first administrator', async () => {
    await page.goto(printedLink());
    await page.getByLabel('名称', { exact: false }).first().fill('云屿高新技术产业开发区');
    await page.getByLabel('英文名称').fill('Yunyu High-tech Zone');
    await page.getByLabel('简称').fill('云屿高新区');
    await page.getByLabel('姓名').fill('陆闻');
    await page.getByLabel('用户名').fill('luwen');
    const [password, again] = [page.locator('[name="administrator.password"]'), page.locator('[name="again"]')];
    await password.fill('Yunyu High-tech Zone');
    await page.locator('.hint.breach').getByText('不含姓名、用户名和园区名称', { exact: false }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await password.fill(PASSWORD);
    await again.fill(PASSWORD);
    await page.getByRole('button', { name: '开始使用' }).click();
    await page.getByRole('heading', { name: '开工清单' }).waitFor();
    await page.locator('header.appbar').getByText('云屿高新区').waitFor();
    await page.getByText('管理员只有您一位', { exact: false }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a department and a colleague are added from the checklist', async () => {
    await page.getByRole('link', { name: '打开 部门' }).click();
    await page.getByRole('button', { name: '新建部门' }).click();
    const department = page.getByRole('dialog', { name: '新建部门' });
    await department.getByLabel('部门名称').fill('招商局');
    await page.keyboard.press('Control+Enter');
    await department.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '新人' }).click();
    const person = page.getByRole('dialog', { name: '请一位新人' });
    await person.getByLabel('姓名').fill('温以宁');
    await person.getByLabel('用户名').fill('wenyining');
    await person.getByLabel('部门').click();
    await page.getByRole('option', { name: '招商局' }).click();
    // While the list fades its colours are neither here nor there.
    await page.locator('[role="listbox"]').waitFor({ state: 'detached' });
    expect(await seriousFindings(page)).toEqual([]);
    await person.getByRole('button', { name: '保存' }).click();
    const shown = page.getByRole('dialog', { name: '温以宁 的起始口令' });
    secret = (await shown.locator('.secret').textContent()) ?? '';
    expect(secret).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    await shown.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('cell', { name: /还没登录/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
  });

  it('the colleague signs in with the starting secret, sets a password, and is at work', async () => {
    const desk = await signIn(browser, { ...product, password: secret }, 'wenyining');
    await desk.page.getByRole('heading', { name: '设置自己的密码' }).waitFor();
    expect(await desk.page.getByRole('navigation').count()).toBe(0);
    await desk.page.getByLabel('起始口令').fill(secret);
    await desk.page.locator('[name="new"]').fill(PASSWORD);
    await desk.page.locator('[name="again"]').fill(PASSWORD);
    expect(await seriousFindings(desk.page)).toEqual([]);
    await desk.page.getByRole('button', { name: '保存密码' }).click();
    await desk.page.getByRole('navigation').getByRole('link', { name: '线索' }).waitFor();
    expect(desk.faults).toEqual([]);
    const again = await signIn(browser, { ...product, password: PASSWORD }, 'wenyining', { width: 390, height: 844 });
    await again.page.getByRole('button', { name: '账号菜单' }).click();
    await again.page.getByRole('menuitem', { name: '我的账号' }).click();
    await again.page.getByRole('heading', { name: '我的账号' }).waitFor();
    await again.page.getByText('本次').waitFor();
    expect(await fitsItsWidth(again.page)).toBe(true);
    expect(again.faults).toEqual([]);
    expect(faults).toEqual([]);
  });
});
