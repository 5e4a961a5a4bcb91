import { approvals } from '@crm/api-contract/approvals';
import { contracts, type Contract } from '@crm/api-contract/contracts';
import { supplements } from '@crm/api-contract/supplements';
import type { Browser, Page } from 'playwright-core';
import { zoneOf, type Zone } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { pdfOf } from '../servers/papers.js';
import { WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

/**
 * Worked case 9 on the screen: 8 亿元 signed at two events, 2 亿元 more by a supplement, a framework agreement of 20 亿元.
 * And two people who amend the same contract.
 */
describe('amending a signed contract', () => {
  let product: Product;
  let browser: Browser;
  let zone: Zone;
  let first: Contract;
  let [officer, director, manager] = [{}, {}, {}] as [Desk, Desk, Desk];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    zone = await zoneOf(product);
    const commitments = [
      { indicator: 'tax' as const, perMuWan: '30' },
      { indicator: 'output' as const, perMuWan: '500' },
    ];
    const enterpriseId = await zone.firm('海南增资样例有限公司');
    first = await zone.signed(
      {
        enterpriseId,
        projectName: '增资样例项目',
        amount: { value: '8', unit: 'yi' },
        parcels: [
          { code: 'MA-01', area: { value: '50', unit: 'mu' } },
          { code: 'MA-02', area: { value: '20', unit: 'mu' } },
        ],
        commitments,
        clauses: [
          { kind: 'pay-gap', text: '第十二条：税收低于约定的，按差额补足。', indicators: ['tax'], percent: '100' },
        ],
      },
      '2025-03-01',
    );
    await zone.signed(
      { kind: 'substantive', enterpriseId, projectId: first.projectId, amount: { value: '8', unit: 'yi' } },
      '2025-05-01',
    );
    await zone.signed({ kind: 'framework', amount: { value: '20', unit: 'yi' } }, '2025-06-01');
    [officer, manager, director] = [
      await sitDown(browser, product, 'officer', { closed: true }),
      await sitDown(browser, product, 'manager', { closed: true }),
      await sitDown(browser, product, 'director', { width: 390, height: 844, closed: true }),
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const open = async (page: Page) => {
    await page.goto(`${product.baseUrl}/contracts/${first.id}/show`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '补充协议、增资' }).click();
    return page.getByRole('dialog', { name: '补充协议、增资' });
  };

  it('an officer asks for an increase, more land and another promise; what would follow is shown while typing', async () => {
    const { page } = officer;
    const drawer = await open(page);
    await drawer.getByLabel('增资').fill('2 亿');
    await drawer.getByText('= 20,000 万元').waitFor();
    await drawer.getByRole('group', { name: /MA-02/ }).getByRole('button', { name: '重新测量' }).click();
    await drawer.getByLabel('重新测量面积').fill('14000㎡');
    await drawer.getByText('= 21 亩').waitFor();
    await drawer.getByRole('button', { name: '税收' }).click();
    await drawer.getByLabel('亩均税收').fill('36');
    await drawer.getByLabel('容差').fill('90');
    const shown = drawer.getByRole('table', { name: '变更前后' });
    for (const row of [
      /投资总额（万元） 80,000\.00 100,000\.00/,
      /用地（亩） 70\.00 71\.00/,
      /宗地 MA-02（亩） 20\.00 21\.00/,
      /税收 亩均（万元\/亩） 30\.00 36\.00/,
      /税收 总额（万元） 2,100\.00 2,556\.00/,
      /税收 对标准 100\.00 % 120\.00 %/,
      /税收 容忍度 80\.00 % 90\.00 %/,
      /产值 总额（万元） 35,000\.00 35,500\.00/,
    ]) {
      await shown.getByRole('row', { name: row }).waitFor();
    }
    await drawer.getByLabel('变更理由').fill('增资扩产');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    expect(await zone.officer.call(contracts.one, undefined, { params: { id: first.id } })).toMatchObject({
      areaMu: '70',
      amountInForceWan: '80000',
      supplements: [{ status: 'in-review' }],
    });
  });

  it('the director reads on a phone what would change, in units and against the standard, and grants it', async () => {
    const { page } = director;
    await page.goto(`${product.baseUrl}/approvals`);
    await page.getByRole('button', { name: /打开：补充协议/ }).click();
    const drawer = page.getByRole('dialog', { name: '补充协议' });
    const lines = drawer.getByRole('table', { name: '变更前后' });
    for (const row of [
      /投资总额（万元） 80,000\.00 100,000\.00/,
      /用地（亩） 70\.00 71\.00/,
      /税收 亩均（万元\/亩） 30\.00 36\.00/,
      /税收 对标准 100\.00 % 120\.00 %/,
    ])
      await lines.getByRole('row', { name: row }).waitFor();
    await drawer.getByRole('row', { name: /产值 500\.00 500 100\.00 %/ }).waitFor();
    await drawer.getByText('增资扩产').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('a');
    await page.getByRole('dialog', { name: '同意' }).getByLabel('意见').fill('同意增资');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已同意').waitFor();
  });

  it('the contract shows before and after, and the overview counts 10 亿, one contract, and 20 亿 apart', async () => {
    const { page } = officer;
    await page.goto(`${product.baseUrl}/contracts/${first.id}/show?tab=supplements`);
    await page.getByText('已生效').waitFor();
    const paper = page.getByRole('table', { name: `${first.number}-补1` });
    await paper.getByRole('row', { name: /投资总额（万元） 80,000\.00 100,000\.00/ }).waitFor();
    await paper.getByRole('row', { name: /税收 总额（万元） 2,100\.00 2,556\.00/ }).waitFor();
    const overview = manager.page;
    await overview.goto(`${product.baseUrl}/performance`);
    const figures = overview.getByRole('region', { name: '关键数字' }).or(overview.getByLabel('关键数字'));
    await figures.getByText('合同金额 10.00 亿元·1 份').waitFor();
    await figures.getByText('框架协议 1 份另列').waitFor();
    await figures.getByText('20.00 亿元', { exact: true }).waitFor();
  });

  it('two people amend it: the second sees field by field what the first asked for, and loses nothing typed', async () => {
    const { page } = manager;
    const drawer = await open(page);
    await drawer.getByLabel('期限止').fill('2050-12-31');
    await drawer.getByRole('button', { name: '税收' }).click();
    await drawer.getByLabel('亩均税收').fill('40');
    await drawer.getByLabel('变更理由').fill('提高税收');
    // Meanwhile the officer requests another tax and another day of full production.
    const now = await zone.officer.call(contracts.one, undefined, { params: { id: first.id } });
    const asked = await zone.officer.call(
      supplements.create,
      {
        signedOn: '2026-03-01',
        reason: '先提',
        promises: [{ indicator: 'tax', perMuWan: '38' }],
        fullProductionYear: 2025,
      },
      { params: { id: first.id }, version: now.version },
    );
    await page.keyboard.press('Control+Enter');
    const conflict = page.getByRole('dialog', { name: /别人先保存了/ });
    await conflict.getByRole('row', { name: /税收 亩均（万元\/亩） 40\.00 38\.00/ }).waitFor();
    await conflict.getByRole('row', { name: /达产年 2024 2025/ }).waitFor();
    await conflict.getByText(`提请的 ${first.number}-补2 正在审批`, { exact: false }).waitFor();
    expect(await conflict.getByRole('button', { name: '按所选保存' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await conflict.getByRole('button', { name: '返回编辑' }).click();
    await expectValue(drawer.getByLabel('亩均税收'), '40');

    // It is granted; the other person must now choose where the two differ.
    const [waiting] = (
      await zone.director.call(approvals.list, undefined, { query: { filter: { subjectId: asked.id } } })
    ).data;
    await zone.director.call(
      approvals.approve,
      { note: '' },
      { params: { id: waiting!.id }, version: waiting!.version },
    );
    await drawer.getByRole('button', { name: '提交审批' }).click();
    await conflict.getByRole('radio', { name: '税收 亩均（万元/亩） 您填的', checked: true }).waitFor();
    await conflict.getByRole('button', { name: '按所选保存' }).click();
    await drawer.waitFor({ state: 'detached' });
    const [second] = (await zone.manager.call(supplements.list, undefined, { params: { id: first.id } })).data;
    expect(second).toMatchObject({ number: `${first.number}-补3`, state: 'pending', reason: '提高税收' });
    expect(second!.lines.map(({ field, before, after }) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ['termTo', null, '2050-12-31'],
        ['promise.tax.perMuWan', '38', '40'],
      ]),
    );
    expect(second!.lines.some(({ field }) => field === 'fullProductionYear')).toBe(false);
  });

  it('a clause of what follows changes by a supplement alone: begun at the clause, read before and after by who grants it', async () => {
    const { page } = officer;
    const [open] = (
      await zone.director.call(approvals.list, undefined, {
        query: { filter: { contractId: first.id, state: 'pending' } },
      })
    ).data;
    await zone.director.call(approvals.approve, {}, { params: { id: open!.id }, version: open!.version });
    await page.goto(`${product.baseUrl}/contracts/${first.id}/show?tab=consequences`);
    await page.getByRole('button', { name: '以补充协议变更' }).click();
    const drawer = page.getByRole('dialog', { name: '补充协议、增资' });
    await drawer.getByLabel('补差比例').fill('50');
    await drawer.getByRole('row', { name: /补差 补差比例 100\.00 % 50\.00 %/ }).waitFor();
    await drawer.getByLabel('变更理由').fill('二期投产前减半');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /^补差 缺口的 100 %/ }).waitFor();

    const phone = director.page;
    await phone.goto(`${product.baseUrl}/approvals`);
    await phone
      .getByRole('button', { name: /打开：补充协议/ })
      .first()
      .click();
    await phone
      .getByRole('dialog', { name: '补充协议' })
      .getByRole('row', { name: /补差 补差比例 100\.00 % 50\.00 %/ })
      .waitFor();
    await phone.keyboard.press('a');
    await phone.getByRole('dialog', { name: '同意' }).getByLabel('意见').fill('同意');
    await phone.keyboard.press('Control+Enter');
    await phone.getByText('已同意').first().waitFor();
    await page.reload();
    await page
      .getByRole('row', { name: /^补差 缺口的 50 %/ })
      .getByText('二期投产前减半')
      .waitFor();
    await page.getByRole('row', { name: /缺口的 100 %/ }).waitFor();
  });

  it('a slip of the pen is corrected: old and right value, the evidence, and another person who agrees', async () => {
    const slip = await zone.signed({ kind: 'substantive', amount: { value: '134000', unit: 'wan' } }, '2025-03-11');
    const { page } = officer;
    await page.goto(`${product.baseUrl}/contracts/${slip.id}/show`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '更正笔误' }).click();
    const drawer = page.getByRole('dialog', { name: '更正笔误' });
    await drawer.getByText('现记 134,000.00').waitFor();
    await drawer.getByLabel('合同金额').fill('13400');
    await drawer
      .getByRole('table', { name: '更正前后' })
      .getByRole('row', { name: /合同金额（万元） 134,000\.00 13,400\.00/ })
      .waitFor();
    await drawer.getByLabel('更正理由').fill('多写了一个零');
    await page.keyboard.press('Control+Enter');
    await drawer.getByText('请附上凭据').waitFor();
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: '合同首页.pdf', mimeType: 'application/pdf', buffer: pdfOf() });
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });

    const phone = director.page;
    await phone.goto(`${product.baseUrl}/approvals`);
    await phone.getByRole('button', { name: /打开：更正/ }).click();
    const asked = phone.getByRole('dialog', { name: '更正' });
    await asked.getByRole('row', { name: /合同金额（万元） 134,000\.00 13,400\.00/ }).waitFor();
    await asked.getByText('合同首页.pdf').first().waitFor();
    await phone.keyboard.press('a');
    await phone.getByRole('dialog', { name: '同意' }).getByLabel('意见').fill('与原件一致');
    await phone.keyboard.press('Control+Enter');
    await phone.getByText('已同意').first().waitFor();

    await page.goto(`${product.baseUrl}/contracts/${slip.id}/show?tab=corrections`);
    await page.getByText('已更正').waitFor();
    await page.getByText('多写了一个零').first().waitFor();
    expect([officer.faults, director.faults, manager.faults]).toEqual([[], [], []]);
  });
});

async function expectValue(field: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
    if ((await field.inputValue()) === value) return;
  throw new Error(`wanted ${value}, saw ${await field.inputValue()}`);
}
