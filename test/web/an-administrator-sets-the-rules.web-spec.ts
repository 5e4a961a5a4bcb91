import { approvalPolicies } from '@crm/api-contract/approvals';
import { checklistItems } from '@crm/api-contract/contracts';
import type { Browser } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { fitsItsWidth } from '../servers/in-page.js';
import { startProduct, type Product } from '../servers/product.js';

describe('an administrator sets the rules', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    desk = await sitDown(browser, product, 'admin');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('who approves is tried before it is saved; a table that lets something pass is refused at once', async () => {
    const { page } = desk;
    await page.getByRole('navigation').getByRole('link', { name: '审批权限' }).click();
    await page.getByText('第 1 级：管理者 周岚或韩冬').waitFor();
    await page.getByLabel('第 1 行起点金额').fill('0.5 亿');
    await page.getByText('必须有一行从 0 起', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await page.getByLabel('第 1 行起点金额').fill('0');
    await page.getByRole('button', { name: '第 1 行加一级' }).click();
    await page.getByLabel('第 1 行第 2 级', { exact: true }).selectOption({ label: '管理员' });
    await page.getByText('第 2 级：管理员 系统管理员').waitFor();
    await page.getByLabel('低于省定标准').uncheck();
    await page.getByText('第 2 级：管理员 系统管理员').waitFor({ state: 'detached' });
    await page.getByLabel('理由').fill('低于标准的一律两级');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '以前的规定' }).waitFor();
    await page.getByRole('cell', { name: '低于标准的一律两级' }).first().waitFor();
    const { data } = await (await Client.signedIn(product, 'admin')).call(approvalPolicies.list);
    expect(
      data
        .find(({ kind, belowStandardOnly }) => kind === 'contract-signing' && belowStandardOnly)
        ?.levels.map(({ role }) => role),
    ).toEqual(['manager', 'admin']);
  });

  it('a clause is added and put first; the fair-competition review cannot be retired', async () => {
    const { page } = desk;
    await page.getByRole('navigation').getByRole('link', { name: '条款清单设置' }).click();
    await page.getByRole('button', { name: '增加条款' }).click();
    const drawer = page.getByRole('dialog', { name: '增加条款' });
    await drawer.getByLabel('条款').fill('环境影响评价');
    await drawer.getByLabel('英文名称').fill('Environmental impact');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '上移 环境影响评价' }).click();
    await page.getByRole('row').nth(8).getByText('环境影响评价').waitFor();
    await page
      .getByRole('row', { name: /公平竞争审查/ })
      .getByText('法定必查')
      .waitFor();
    expect(await page.getByRole('button', { name: '停用 公平竞争审查' }).count()).toBe(0);
    await page.getByRole('button', { name: '停用 环境影响评价' }).click();
    await page.getByRole('button', { name: '启用 环境影响评价' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const { data } = await (await Client.signedIn(product, 'admin')).call(checklistItems.list);
    expect(data.find(({ name }) => name === '环境影响评价')).toMatchObject({
      active: false,
      required: true,
      position: 80,
    });
    expect(desk.faults).toEqual([]);
  });

  it('both stack on a phone, in English and in the dark', async () => {
    const phone = await sitDown(browser, product, 'admin', { colorScheme: 'dark' });
    await phone.page.getByRole('button', { name: '中 / EN' }).click();
    await phone.page.locator('html[lang=en]').waitFor();
    await phone.page.setViewportSize({ width: 390, height: 844 });
    for (const [path, seen] of [
      ['approval-policies', 'Level 1:'],
      ['checklist', 'Fair-competition review'],
    ] as const) {
      await phone.page.goto(`${product.baseUrl}/settings/${path}`);
      await phone.page.getByText(seen, { exact: false }).first().waitFor();
      expect(await fitsItsWidth(phone.page, '.scrollx:has(.editrows), main .card')).toBe(true);
      expect(await seriousFindings(phone.page)).toEqual([]);
    }
    expect(phone.faults).toEqual([]);
    await phone.leave();
  });

  it('nobody else is shown the way', async () => {
    const manager = await sitDown(browser, product, 'manager');
    await manager.page.getByRole('navigation').getByRole('link', { name: /^审批/ }).waitFor();
    expect(await manager.page.getByRole('link', { name: '审批权限' }).count()).toBe(0);
    await manager.leave();
  });
});
