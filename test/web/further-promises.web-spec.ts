import { actuals } from '@crm/api-contract/commitments';
import type { Browser } from 'playwright-core';
import { zoneOf } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

describe('promising R&D, people and energy', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  let contractId: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const zone = await zoneOf(product);
    const { officer } = zone;
    ({ id: contractId } = await zone.signed({
      enterpriseId: await zone.firm('海南澄洲食品有限公司'),
      projectName: '澄洲食品一期项目',
      commitments: [
        { indicator: 'tax', perMuWan: '30' },
        { indicator: 'rd-share', total: { value: '3', unit: 'percent' } },
        { indicator: 'jobs', total: { value: '120', unit: 'person' } },
        { indicator: 'energy', total: { value: '1000', unit: 'tce' }, clause: '第九条' },
      ],
    }));
    for (const [indicator, value, unit] of [
      ['tax', '1500', 'wan'],
      ['rd-spend', '200', 'wan'],
      ['output', '6000', 'wan'],
      ['jobs', '108', 'person'],
      ['energy', '1300', 'tce'],
    ] as const) {
      await officer.call(actuals.create, { contractId, indicator, year: 2024, source: 'firm', value: { value, unit } });
    }
    desk = await sitDown(browser, product, 'manager', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('the table of promises shows each in its own unit, and an upper bound as one', async () => {
    const { page } = desk;
    await page.goto(`${product.baseUrl}/contracts/${contractId}`);
    const energy = page.getByRole('row', { name: /年综合能耗（不超过，吨标准煤）/ }).last();
    expect(await energy.innerText()).toMatch(/不超过 1,000 吨标准煤[\s\S]*1,300[\s\S]*76\.92[\s\S]*300/);
    expect(
      await page
        .getByRole('row', { name: /研发投入占比（%）/ })
        .last()
        .innerText(),
    ).toMatch(/不少于 3 %[\s\S]*3\.33[\s\S]*111\.11/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('why: the bound, what was used, and the comparison with its sides turned', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '2024 年能耗为什么不达标' }).click();
    const drawer = page.getByRole('dialog', { name: /能耗为什么不达标/ });
    await drawer.getByText('超出 300 吨标准煤').waitFor();
    await drawer.getByText('1,000 × 100 < 1,300 × 80').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('a figure is reported and corrected in the unit of its indicator', async () => {
    const { page } = desk;
    await page.goto(`${product.baseUrl}/contracts/${contractId}?report=1&year=2025&indicator=jobs`);
    const drawer = page.getByRole('dialog', { name: '填报实绩' });
    await drawer.getByText('填年末人数').waitFor();
    await drawer.getByLabel('数值').fill('121');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    expect(
      await page
        .getByRole('row', { name: /就业人数（人）/ })
        .first()
        .innerText(),
    ).toMatch(/121[\s\S]*100\.83/);
  });

  it('a draft says each in a sentence while it is typed', async () => {
    const { page } = desk;
    await page.goto(`${product.baseUrl}/contracts/create`);
    await page.getByRole('button', { name: '添加其他承诺' }).click();
    const line = page.getByRole('group', { name: '研发投入' });
    await line.getByLabel('研发投入').fill('0.12 亿');
    await line.getByText('从达产年起，每年的研发投入不少于 1,200 万元。').waitFor();
    await line.getByLabel('起始年').fill('2028');
    await line.getByText('从 2028 年起').waitFor();
    await line.getByLabel('指标').click();
    await page.getByRole('option', { name: '年综合能耗' }).click();
    const energy = page.getByRole('group', { name: '年综合能耗' });
    await energy.getByLabel('年综合能耗').fill('800');
    await energy.getByText('每年的年综合能耗不超过 800 吨标准煤').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
