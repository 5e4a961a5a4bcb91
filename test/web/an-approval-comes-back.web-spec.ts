import { contractChecklists, contracts } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import { industries, parks } from '@crm/api-contract/parks';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk, type Seat } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { fitsItsWidth } from '../servers/in-page.js';
import { startProduct, type Product } from '../servers/product.js';

describe('an approval comes back', () => {
  let product: Product;
  let browser: Browser;
  let officer: Desk;
  let contract: string;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const drafter = await Client.signedIn(product, 'officer');
    const { id: enterpriseId } = await drafter.call(enterprises.create, { name: '海南澄洲食品有限公司' });
    const [park, industry] = [
      (await drafter.call(parks.list)).data[0]!,
      (await drafter.call(industries.list)).data[0]!,
    ];
    const { id } = await drafter.call(contracts.create, {
      kind: 'performance',
      enterpriseId,
      projectName: '澄洲食品二期项目',
      parkId: park.id,
      industryId: industry.id,
      amount: { value: '1.2', unit: 'yi' },
      parcels: [{ area: { value: '40', unit: 'mu' } }],
      fullProductionYear: 2028,
      commitments: [
        { indicator: 'investment', perMuWan: '300' },
        { indicator: 'tax', perMuWan: '31' },
      ],
    });
    const { data } = await drafter.call(contractChecklists.one, undefined, { params: { id } });
    for (const { itemId } of data.filter(({ required }) => required))
      await drafter.call(contractChecklists.check, {}, { params: { id, itemId } });
    contract = `${product.baseUrl}/contracts/${id}`;
    officer = await sitDown(browser, product, 'officer', { closed: true });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const at = async <T>(username: string, work: (page: Page) => Promise<T>, seat: Seat = {}): Promise<T> => {
    const desk = await sitDown(browser, product, username, { closed: true, ...seat });
    const answer = await work(desk.page);
    expect(desk.faults).toEqual([]);
    await desk.leave();
    return answer;
  };
  const submitted = async (page: Page) => {
    await page.getByRole('button', { name: '送审', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: /送审/ });
    await dialog.getByRole('button', { name: '送审', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('送审中：第 1/1 级', { exact: false }).waitFor();
  };
  const opened = async (page: Page): Promise<Locator> => {
    await page.goto(`${product.baseUrl}/approvals`);
    await page.getByRole('button', { name: /打开：合同签约/ }).click();
    return page.getByRole('dialog', { name: '合同签约' });
  };
  const decided = async (page: Page, act: string, fill?: (form: Locator) => Promise<void>) => {
    await page
      .getByRole('dialog', { name: '合同签约' })
      .getByRole('button', { name: new RegExp(`^${act}`) })
      .click();
    const form = page.getByRole('dialog', { name: act });
    await fill?.(form);
    await form.getByRole('button', { name: act }).click();
    await form.waitFor({ state: 'detached' });
  };

  it('from 1 亿 on a manager is offered to submit it, not to sign it', async () => {
    await at('manager', async (page) => {
      await page.goto(contract);
      await page.getByRole('button', { name: '送审', exact: true }).waitFor();
      expect(await page.getByRole('button', { name: '签约', exact: true }).count()).toBe(0);
    });
  });

  it('the director returns it with a reason, which the officer reads on the contract', async () => {
    await officer.page.goto(contract);
    await submitted(officer.page);
    await at('director', async (page) => {
      await (await opened(page)).getByRole('button', { name: /^退回/ }).waitFor();
      await page.keyboard.press('r');
      const form = page.getByRole('dialog', { name: '退回' });
      await form.getByRole('button', { name: '退回' }).click();
      await form.getByText('必填').waitFor();
      await form.getByLabel('理由').fill('总投资与可研不符');
      await form.getByRole('button', { name: '退回' }).click();
      await form.waitFor({ state: 'detached' });
    });
    await officer.page.reload();
    await officer.page.getByText('退回：总投资与可研不符', { exact: false }).waitFor();
  });

  it('mended, it is submitted again, taken back, and submitted once more', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: '编辑' }).click();
    await page.getByLabel('合同总投资').fill('1.35 亿');
    await page.getByText('= 13,500 万元').waitFor();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('1.35 亿元').first().waitFor();
    await submitted(page);
    await page.getByRole('link', { name: '查看审批' }).click();
    await page.getByRole('dialog', { name: '合同签约' }).getByText('1.35 亿元').waitFor();
    await decided(page, '撤回');
    await page.goto(contract);
    await submitted(page);
  });

  it('a signer who was added holds it up; when both have signed it is signed', async () => {
    await at('manager', async (page) => {
      await opened(page);
      await decided(page, '加签', async (form) => {
        await form.getByLabel('加签给').click();
        await page.getByRole('option', { name: /^韩冬/ }).click();
        await form.getByLabel('理由').fill('分管领导同签');
      });
      await opened(page);
      await decided(page, '同意');
      await page.goto(contract);
      await page.getByText('送审中：第 1/1 级', { exact: false }).waitFor();
      expect(await page.getByRole('button', { name: '签约', exact: true }).count()).toBe(0);
    });
    await at('director', async (page) => {
      await opened(page);
      await decided(page, '同意');
      await page.goto(contract);
      await page.getByText('审批已通过，可以签约。').waitFor();
      await page.getByRole('button', { name: '签约', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: /签约/ });
      await dialog.getByLabel('签约日').fill('2026-11-20');
      await dialog.getByRole('button', { name: '签约' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('what it promises as support is written down with the day it ends, and taken off with a reason', async () => {
    await at('director', async (page) => {
      await page.goto(`${contract}?tab=support`);
      await page.getByRole('button', { name: '登记扶持条款' }).click();
      const drawer = page.getByRole('dialog', { name: '登记扶持条款' });
      await drawer.getByLabel('条款').fill('地方留成奖励前三年');
      await drawer.getByLabel('到期日').fill('2026-12-20');
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await drawer.waitFor({ state: 'detached' });
      await page
        .getByRole('row', { name: /地方留成奖励前三年 2026-12-20/ })
        .getByText('还有', { exact: false })
        .waitFor();
      await page.getByRole('button', { name: '终止条款：地方留成奖励前三年' }).click();
      const end = page.getByRole('dialog', { name: '终止条款' });
      await end.getByLabel('理由').fill('提前兑付');
      await end.getByRole('button', { name: '终止条款' }).click();
      await page.getByText('还没有登记扶持条款').waitFor();
    });
  });

  it('the timeline tells all of it, newest first, by kind and with the way to each record', async () => {
    const { page } = officer;
    await page.goto(contract);
    const latest = page.getByRole('region', { name: '最近的时间线' });
    await latest.getByRole('listitem').first().waitFor();
    expect((await latest.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      '终止扶持条款：地方留成奖励前三年',
      '登记扶持条款：地方留成奖励前三年，至 2026-12-20',
      '签约',
      '同意合同签约（第 1/1 级）',
      '同意合同签约（第 1/1 级）',
      '合同签约加签 韩冬',
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    await latest.getByRole('link', { name: '全部 13 条' }).click();
    await latest.waitFor({ state: 'detached' });
    const told = page.getByRole('region', { name: '时间线' });
    await told.getByRole('listitem').first().waitFor();
    const lines = async () => (await told.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(await lines()).toEqual([
      '终止扶持条款：地方留成奖励前三年',
      '登记扶持条款：地方留成奖励前三年，至 2026-12-20',
      '签约',
      '同意合同签约（第 1/1 级）',
      '同意合同签约（第 1/1 级）',
      '合同签约加签 韩冬',
      '合同签约送审',
      '撤回合同签约',
      '合同签约送审',
      '修改草案',
      '退回合同签约（第 1/1 级）',
      '合同签约送审',
      '起草',
    ]);
    await told.getByText('意见：总投资与可研不符').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await told.getByRole('button', { name: /^合同 3/ }).click();
    await told.getByRole('button', { name: /^合同 3/, pressed: true }).waitFor();
    await told.getByText('退回合同签约', { exact: false }).waitFor({ state: 'detached' });
    expect(await lines()).toEqual(['签约', '修改草案', '起草']);
    await page.goBack();
    await told.getByRole('link', { name: '退回合同签约（第 1/1 级）' }).click();
    await page.getByRole('dialog', { name: '合同签约' }).getByText('总投资与可研不符').waitFor();
    expect(officer.faults).toEqual([]);
  });

  it('in English, dark and on a phone as well', async () => {
    await at(
      'director',
      async (page) => {
        await page.getByRole('button', { name: '中 / EN' }).click();
        await page.locator('html[lang=en]').waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${contract}?tab=timeline`);
        const told = page.getByRole('region', { name: 'Timeline' });
        await told.getByText('Contract signing: returned (level 1 of 1)').waitFor();
        expect(await fitsItsWidth(page)).toBe(true);
        expect(await seriousFindings(page)).toEqual([]);
        await page.goto(`${contract}?tab=support`);
        await page.getByRole('heading', { name: 'Support clauses', exact: true }).waitFor();
        expect(await fitsItsWidth(page)).toBe(true);
      },
      { colorScheme: 'dark', closed: false },
    );
  });
});
