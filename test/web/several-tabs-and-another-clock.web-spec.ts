import type { Browser, Page } from 'playwright-core';
import { zoneOf } from '../e2e/zone.js';
import { openBrowser, sitDown, type Desk } from '../servers/browser.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

// Ordinary use: two tabs, back, reload, and a computer with another time zone.

describe('several tabs and another clock', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  let inPark: string;
  let contract: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const zone = await zoneOf(product);
    const [here, there] = zone.parks;
    inPark = here!.name;
    ({ id: contract } = await zone.signed({
      parkId: here!.id,
      projectName: '这里的项目',
      commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: '2026-01-01' }],
    }));
    await zone.signed({
      parkId: there!.id,
      projectName: '那里的项目',
      commitments: [{ indicator: 'investment', perMuWan: '300', dueOn: '2026-01-01' }],
    });
    desk = await sitDown(browser, product, 'manager', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('two tabs that renew the session at once both stay signed in', async () => {
    const tabs = [desk.page, await desk.context.newPage(), await desk.context.newPage()];
    // The access token is only in memory, so each load exchanges the one refresh cookie.
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(tabs.map((tab) => tab.goto(`${product.baseUrl}/contracts`)));
      await Promise.all(tabs.map((tab) => tab.getByRole('heading', { name: '合同' }).first().waitFor()));
      await Promise.all(tabs.map((tab) => tab.getByText('这里的项目').first().waitFor()));
    }
    await Promise.all(tabs.slice(1).map((tab) => tab.close()));
    expect(desk.faults).toEqual([]);
  });

  it('a filter is there again after back and after a reload', async () => {
    const { page } = desk;
    const filtered = async () => {
      await page.getByText('这里的项目').first().waitFor();
      await page.getByText('那里的项目').first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `园区 ${inPark}` }).waitFor();
    };
    await page.goto(`${product.baseUrl}/contracts`);
    await page.getByText('那里的项目').first().waitFor();
    await page.getByRole('button', { name: /^园区/ }).click();
    await page.getByRole('menuitem', { name: inPark }).click();
    await filtered();
    await page.goto(`${product.baseUrl}/contracts/${contract}`);
    await page
      .getByRole('heading', { name: /这里的项目/ })
      .first()
      .waitFor();
    await page.goBack();
    await filtered();
    await page.reload();
    await filtered();
  });

  it('a browser in Los Angeles shows the days of the zone', async () => {
    const afar = await sitDown(browser, product, 'manager', { timezoneId: 'America/Los_Angeles', closed: true });
    for (const { page } of [afar, desk]) {
      await page.goto(`${product.baseUrl}/contracts/${contract}`);
      await page.getByText('2021-06-01').first().waitFor();
    }
    const daysOn = async (page: Page): Promise<string> =>
      ((await page.locator('main').innerText()).match(/\d{4}-\d{2}-\d{2}/g) ?? []).join(' ');
    // The parts of the page load one after another; both are read again until they agree.
    await eventually(async () => (await daysOn(afar.page)) === (await daysOn(desk.page)), 'the same days on both');
    expect(await daysOn(afar.page)).toContain('2021-06-01');
    expect(afar.faults).toEqual([]);
  });
});
