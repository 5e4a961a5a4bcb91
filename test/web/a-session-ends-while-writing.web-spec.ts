import type { Browser } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

describe('a session that ends while a form is open', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    desk = await sitDown(browser, product, 'officer', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const endAll = () =>
    product.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       UPDATE session SET ended_at = now(), ended_because = 'spec' WHERE ended_at IS NULL`,
    );

  it('is renewed over it: the text is kept, and the save goes on', async () => {
    const { page } = desk;
    await page.goto(`${product.baseUrl}/leads`);
    await page.getByText('还没有线索').or(page.getByText('没有符合条件的记录')).waitFor();
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: '新线索' });
    await drawer.getByLabel('企业名称').fill('海南夜班制药有限公司');
    await drawer.getByLabel('项目').fill('冻干粉针二期');
    await drawer.getByLabel('意向园区').click();
    await page.getByRole('option', { name: '云龙' }).click();
    await drawer.getByLabel('拟投资').fill('3.2 亿');
    await endAll();
    // A checked session is cached for one second.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await drawer.getByLabel('下一步').fill('首次电话');
    await page.keyboard.press('Control+Enter');

    const again = page.getByRole('dialog', { name: '会话已结束，请重新登录' });
    await again.waitFor();
    expect(await again.getByLabel('用户名').inputValue()).toBe('officer');
    expect(await seriousFindings(page)).toEqual([]);
    await again.getByLabel('密码').fill('wrong');
    await again.getByRole('button', { name: '登录并继续' }).click();
    await again.getByText('用户名或密码').or(again.getByRole('alert').locator('*').first()).first().waitFor();
    await again.getByLabel('密码').fill(product.password);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    await drawer.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: '海南夜班制药有限公司' });
    await row.waitFor();
    expect(await row.innerText()).toContain('首次电话');
  });

  it('and who does not want to goes to the sign-in page', async () => {
    const { page } = desk;
    await endAll();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await page.getByRole('link', { name: '企业', exact: false }).first().click();
    const again = page.getByRole('dialog', { name: '会话已结束，请重新登录' });
    await again.getByRole('button', { name: '退出' }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
  });

  it('and an auditor finds it in the trail, by whom and why', async () => {
    const { page, context } = await sitDown(browser, product, 'auditor');
    await page.goto(`${product.baseUrl}/audit-entries?kind=session-ended`);
    const row = page.getByRole('row').filter({ hasText: '会话结束' }).first();
    await row.waitFor();
    expect(await row.innerText()).toContain('spec');
    await row.getByRole('button', { name: '详情' }).click();
    const drawer = page.getByRole('dialog', { name: '会话结束' });
    await drawer.getByRole('rowheader', { name: '结束原因' }).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '类别' }).click();
    await page.getByRole('menuitem', { name: '登录', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '符晓' }).first().waitFor();
    await context.close();
  });
});
