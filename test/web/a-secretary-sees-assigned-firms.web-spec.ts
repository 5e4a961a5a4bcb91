import type { Browser } from 'playwright-core';
import { zoneOf } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

describe('a secretary sees the firms assigned, and what they promised', () => {
  let product: Product;
  let browser: Browser;
  const firms = { mine: '海南泽科环保科技有限公司', other: '海南恒航制药有限公司' };
  let other: { id: string };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const zone = await zoneOf(product);
    const commitments = [
      { indicator: 'investment' as const, perMuWan: '350' },
      { indicator: 'tax' as const, perMuWan: '33.5' },
    ];
    await zone.signed({ enterpriseId: await zone.firm(firms.mine), commitments });
    other = await zone.signed({ enterpriseId: await zone.firm(firms.other), commitments });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('the manager assigns one of two firms in the drawer', async () => {
    const desk = await sitDown(browser, product, 'manager');
    const { page } = desk;
    await page.getByRole('link', { name: '企业秘书' }).first().click();
    await page.getByText('还没有指派').waitFor();
    await page.getByRole('button', { name: '指派秘书' }).click();
    const drawer = page.getByRole('dialog', { name: '指派秘书' });
    await drawer.getByLabel('企业').fill('泽科');
    await page.getByRole('option', { name: firms.mine }).click();
    await drawer.getByLabel('秘书').click();
    await page.getByRole('option', { name: '林书航' }).click();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: firms.mine });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/主责[\s\S]*林书航/);
    expect(await seriousFindings(page)).toEqual([]);
    await desk.leave();
  });

  it('the secretary finds just that firm at home, with its promises; of the other nothing can be known', async () => {
    const { page } = await sitDown(browser, product, 'secretary');
    const row = page.getByRole('row').filter({ hasText: firms.mine });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/350[\s\S]*33\.5/);
    expect(await page.getByText(firms.other).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${product.baseUrl}/contracts/${other.id}`);
    await page.getByText('没有找到', { exact: false }).first().waitFor();
  });
});
