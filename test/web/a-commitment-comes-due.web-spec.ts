import { reminders } from '@crm/api-contract/reminders';
import { addDays, dayOfInstant, yearOf } from '@crm/domain/days';
import type { Browser } from 'playwright-core';
import { zoneOf, type Zone } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

// Due in five days: the reminder of seven days before is sent at any hour of the day.
const dueOn = addDays(dayOfInstant(new Date()), 5);

describe('a commitment comes due', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  let zone: Zone;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts' }), openBrowser()]);
    [zone, desk] = await Promise.all([zoneOf(product), sitDown(browser, product, 'manager')]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  const bell = (count: number) => desk.page.getByRole('button', { name: `提醒，${count} 条未办` });

  it('the bell of an open page counts it within seconds, without a reload', async () => {
    const { page } = desk;
    await bell(0).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
    // Construction has begun and no approval is needed, so only the commitment sends a reminder.
    await zone.signed({
      enterpriseId: await zone.firm('海南到期样例有限公司'),
      projectName: '到期样例项目',
      parcels: [{ area: { value: '30', unit: 'mu' } }],
      milestones: [{ kind: 'construction-start', actualOn: addDays(dueOn, -20) }],
      fullProductionYear: yearOf(dueOn),
      commitments: [{ indicator: 'investment', perMuWan: '300', dueOn }],
    });
    await bell(1).waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { stayed?: boolean }).stayed)).toBe(true);
    await page.getByText('承诺将到期').first().waitFor();
  });

  it('its drawer says what, whose and until when', async () => {
    const { page } = desk;
    await bell(1).click();
    const drawer = page.getByRole('dialog', { name: '提醒' });
    const row = drawer.getByRole('listitem').filter({ hasText: '承诺将到期' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(
      new RegExp(
        `还有 5 天[\\s\\S]*海南到期样例有限公司，${yearOf(dueOn)} 年固定资产投资 9,000 万元[\\s\\S]*到期样例项目`,
      ),
    );
    expect(await drawer.getByRole('tab').allInnerTexts()).toEqual(['待处理1', '稍后0', '已办0']);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('put off with S it waits under 稍后 and comes back by hand', async () => {
    const { page } = desk;
    const drawer = page.getByRole('dialog', { name: '提醒' });
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: '什么时候再提醒' }).getByRole('button', { name: /明天/ }).click();
    await drawer.getByText('没有未办的提醒').waitFor();
    await drawer.getByRole('tab', { name: /稍后/ }).click();
    await drawer.getByText('再提醒').first().waitFor();
    await drawer.getByRole('button', { name: '重新打开' }).click();
    await drawer.getByText('没有推后的提醒').waitFor();
    await drawer.getByRole('tab', { name: /待处理/ }).click();
    await drawer.getByText('承诺将到期').waitFor();
    expect(await zone.manager.call(reminders.counts)).toEqual({ open: 1, snoozed: 0, done: 0 });
  });

  it('O opens the contract, and the promise is marked on it', async () => {
    const { page } = desk;
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 1, name: '到期样例项目' }).waitFor();
    const promise = page.locator('tr[aria-current]');
    await promise.waitFor();
    expect(await promise.innerText()).toMatch(/固定资产投资[\s\S]*300/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('done with D on the page of all reminders, the bell has nothing left', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '提醒' }).first().click();
    await page.getByRole('heading', { level: 1, name: '提醒' }).waitFor();
    await page.getByRole('main').getByText('承诺将到期').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('d');
    await bell(0).waitFor();
    await page.getByRole('main').getByText('没有未办的提醒').waitFor();
    expect(await zone.manager.call(reminders.counts)).toEqual({ open: 0, snoozed: 0, done: 1 });
  });

  it('nothing failed on the way, and no request left the house', () => expect(desk.faults).toEqual([]));
});
