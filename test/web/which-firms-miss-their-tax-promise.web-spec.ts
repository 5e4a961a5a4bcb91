import { approvals } from '@crm/api-contract/approvals';
import { portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { consequenceClauses, decisions } from '@crm/api-contract/decisions';
import type { Browser } from 'playwright-core';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { FIGURES, LEDGER, committed, uploaded } from '../servers/importing.js';
import { WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

/** “Which enterprises of 药谷 miss their 2025 tax commitment, by how much, and what may we do?” */
describe('which firms miss their tax promise', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;
  let manager: Client;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts' }), openBrowser()]);
    manager = await Client.signedIn(product, 'manager');
    await committed(manager, (await uploaded(manager, 'contract-ledger', LEDGER)).id);
    await committed(manager, (await uploaded(manager, 'annual-actuals', FIGURES)).id);
    await judged();
    // The ledger has no column for consequences: the office adds the clauses of two contracts, and the support paid to
    // one enterprise.
    for (const firm of ['辰源健康食品', '恒航制药']) {
      const { id } = (await manager.call(contracts.list, undefined, { query: { filter: { q: firm } } })).data[0]!;
      const clause = { contractId: id, indicators: ['tax'] as ['tax'], reason: '补录合同条款' };
      await manager.call(consequenceClauses.create, {
        ...clause,
        kind: 'pay-gap',
        percent: '100',
        text: '第十二条：税收低于约定的，按差额补足。',
      });
      if (firm === '恒航制药') continue;
      await manager.call(consequenceClauses.create, {
        ...clause,
        kind: 'claw-back',
        text: '第十三条：按未完成比例退还扶持资金。',
      });
      await manager.call(
        contracts.paySupport,
        { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
        { params: { id } },
      );
    }
    desk = await sitDown(browser, product, 'manager');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('in three clicks from home: three firms, short by 1,554.22, 1,065.50 and 365.95 万元, and what may be done', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '履约总览' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByRole('link', { name: '履约总览' }).first().click();
    await page.getByRole('link', { name: '药谷工业园 2025 年不达标：3 份合同' }).click();
    await page.getByRole('tab', { name: /^税收/ }).click();

    const rows = page.getByRole('region', { name: '未兑现承诺' }).getByRole('row');
    await page.getByRole('row', { name: /合计 3 份合同 3 项承诺/ }).waitFor();
    const said = (await rows.allInnerTexts()).slice(1).map((text) => text.replace(/\s+/g, ' '));
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(
      /辰源健康食品.*2025 税收.*2,282\.22 728\.00 31\.90 1,554\.22.*不达标 补差 1,554\.22 万元 追回扶持 340\.51 万元 未决定/,
    );
    expect(said[1]).toMatch(/恒航制药.*1,065\.50.*补差 1,065\.50 万元/);
    expect(said[2]).toMatch(/澄科制药.*365\.95.*合同未登记后果条款/);
    expect(said[3]).toMatch(/2,985\.68.*可补差 2,619\.72·可追回 340\.51 万元/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the address is the question, for whoever opens it', async () => {
    const again = await desk.context.newPage();
    await again.goto(desk.page.url());
    await again.getByRole('row', { name: /合计 3 份合同 3 项承诺/ }).waitFor();
    await again.close();
  });

  it('a decision is asked for in place, and another person approves it', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /处置 .*恒航制药.* 2025 年税收/ }).click();
    const drawer = page.getByRole('dialog', { name: '处置 2025 年税收' });
    await drawer.getByText('合计 1,065.50 万元').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await drawer.getByLabel('理由').fill('主任办公会决定按条款补差');
    await drawer.getByRole('button', { name: '提请审批' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /恒航制药.*执行 待审批/ }).waitFor();

    const director = await Client.signedIn(product, 'director');
    const [asked] = (await director.call(decisions.list, undefined, { query: { filter: { state: 'waiting' } } })).data;
    const { version } = await director.call(approvals.one, undefined, { params: { id: asked!.approvalId! } });
    await director.call(approvals.approve, {}, { params: { id: asked!.approvalId! }, version });
    await page.reload();
    await page
      .getByRole('row', { name: /恒航制药/ })
      .getByText('执行', { exact: true })
      .waitFor();
    expect(await page.getByRole('row', { name: /恒航制药/ }).innerText()).not.toContain('待审批');
  });

  it('on the contract: what follows with its calculation, the clauses, and who decided', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '辰源健康食品' }).click();
    await page.getByRole('dialog', { name: /2025 年税收为什么不达标/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /后果与决定/ }).click();
    const line = page.getByRole('row', { name: /^2025 税收/ });
    await line.getByText('追回扶持 340.51 万元').click();
    await line.getByText(/500 × \( 1 − ≈ 31\.8987 % \)/).waitFor();
    await page.getByRole('row', { name: /^补差/ }).getByText('第十二条：税收低于约定的，按差额补足。').waitFor();
    await page.getByText('还没有处置记录').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('nothing failed on the way and nothing left the house', () => {
    expect(desk.faults).toEqual([]);
  });

  /** The worker assesses new figures a moment later. */
  async function judged(): Promise<void> {
    for (const end = Date.now() + WAIT_MS; ; await new Promise((resolve) => setTimeout(resolve, 250))) {
      const { groups } = await manager.call(portfolio.perMu, undefined, { query: { assessedYear: '2025' } });
      if (groups[0]?.verdicts.breach === 6 && groups[0].verdicts.met === 17) return;
      if (Date.now() > end) throw new Error(`not judged: ${JSON.stringify(groups[0]?.verdicts)}`);
    }
  }
});
