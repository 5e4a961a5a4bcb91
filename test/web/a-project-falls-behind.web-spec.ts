import { milestones } from '@crm/api-contract/contracts';
import { approvals } from '@crm/api-contract/approvals';
import type { Browser, Page } from 'playwright-core';
import { zoneOf } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

/**
 * Started half a year ago, 20,000 万元, no money yet: from the flag to a receipt, and to an extension that another person
 * grants.
 */
describe('a project falls behind', () => {
  let product: Product;
  let browser: Browser;
  let [officer, director] = [{}, {}] as [Desk, Desk];
  let id = '';

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const manager = await Client.signedIn(product, 'manager');
    const zone = await zoneOf(product);
    const signed = await zone.signed(
      {
        kind: 'substantive',
        enterpriseId: await zone.firm('海南推进样例有限公司'),
        projectName: '推进样例项目',
        amount: { value: '2', unit: 'yi' },
        milestones: [
          { kind: 'land-granted', plannedOn: '2026-01-10', actualOn: '2026-01-12' },
          { kind: 'construction-start', plannedOn: '2026-04-01' },
          { kind: 'completion', plannedOn: '2026-10-01' },
        ],
      },
      '2026-01-05',
    );
    const start = signed.milestones.find(({ kind }) => kind === 'construction-start')!;
    await manager.call(
      milestones.record,
      { actualOn: '2026-05-20' },
      { params: { id: start.id }, version: start.version },
    );
    id = signed.id;
    officer = await sitDown(browser, product, 'officer', { closed: true });
    director = await sitDown(browser, product, 'director', { width: 390, height: 844, closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const checkUp = async (page: Page) => {
    await page.goto(`${product.baseUrl}/progress?tab=check-up&asOf=2026-11-20`);
    await page.getByRole('heading', { name: '需要处理的项目' }).waitFor();
  };
  const enter = async (page: Page, amount: string, arrivedOn: string) => {
    await page.getByRole('button', { name: '登记到位资金' }).click();
    await page.getByLabel('到位金额').fill(amount);
    await page.getByLabel('到位日').fill(arrivedOn);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  it('the check-up names the rule and its number, and opens the money of the contract', async () => {
    const { page } = officer;
    await checkUp(page);
    const line = page.getByRole('listitem').filter({ hasText: '推进样例项目' });
    expect(await line.innerText()).toMatch(
      /资金到位不足\s*到位 0 %，低于 15 %（2026-11-20 起）[\s\S]*资金停滞\s*自 2026-05-20 起满 3 个月没有资金到位/,
    );
    expect(await seriousFindings(page)).toEqual([]);
    await line.getByRole('link', { name: '推进样例项目' }).click();
    await page.getByText('还没有登记到位资金').waitFor();
  });

  it('with 2,999 of 20,000 万元 it stays flagged at 14.995 %, one more and it passes', async () => {
    const { page } = officer;
    await enter(page, '2999', '2026-11-01');
    await page.getByText('到位 2,999 / 20,000 万元').waitFor();
    await checkUp(page);
    await page.getByText('到位 14.995 %，低于 15 %（2026-11-20 起）', { exact: true }).waitFor();
    await page.goto(`${product.baseUrl}/contracts/${id}/show?tab=receipts`);
    await enter(page, '1', '2026-11-02');
    await page.getByText('到位 3,000 / 20,000 万元').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await checkUp(page);
    await page.locator('b', { hasText: '没有发现问题' }).waitFor();
  });

  it('completion is overdue on the board; an extension is asked for, granted by another, and seen on a phone', async () => {
    const { page } = officer;
    await page.goto(`${product.baseUrl}/progress`);
    expect(await page.getByRole('row', { name: /推进样例/ }).innerText()).toMatch(/已逾期 \d+ 天/);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: /推进样例/ }).click();
    await page.getByRole('button', { name: '为竣工申请延期' }).click();
    await page.getByLabel('延期到').fill('2027-02-01');
    await page.getByLabel('理由').fill('设备到货推迟');
    await page.keyboard.press('Control+Enter');
    await page.getByText('延期审批中').waitFor();

    const manager = await Client.signedIn(product, 'director');
    const [open] = (
      await manager.call(approvals.list, undefined, { query: { filter: { contractId: id, state: 'pending' } } })
    ).data;
    await manager.call(approvals.approve, {}, { params: { id: open!.id }, version: open!.version });
    await director.page.goto(`${product.baseUrl}/contracts/${id}/show`);
    await director.page.getByText('延至 2027-02-01').waitFor();
    await director.page.goto(`${product.baseUrl}/progress?late=yes`);
    await director.page.getByText('没有符合条件的合同').waitFor();
  });

  it('stands among what was signed and started this year, each number opening its row', async () => {
    const { page } = director;
    await page.goto(`${product.baseUrl}/progress?tab=batches&from=2026-01-01`);
    await page.getByRole('link', { name: /开工一批/ }).click();
    await page
      .getByRole('dialog', { name: '开工一批' })
      .getByRole('link', { name: /推进样例项目[\s\S]*20,000[\s\S]*2026-05-20/ })
      .waitFor();
    expect(new URL(page.url()).searchParams.get('batch')).toBe('started');
    expect([...officer.faults, ...director.faults]).toEqual([]);
  });
});
