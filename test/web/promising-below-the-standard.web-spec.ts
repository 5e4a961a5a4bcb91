import { approvals } from '@crm/api-contract/approvals';
import { actuals } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { enterprises } from '@crm/api-contract/enterprises';
import type { Browser, Page } from 'playwright-core';
import { answerLeaving, openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { Client } from '../servers/client.js';
import { pdfOf } from '../servers/papers.js';
import { WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

describe('promising below the standard', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    const officer = await Client.signedIn(product, 'officer');
    await officer.call(enterprises.create, { name: '海南澄洲食品有限公司', creditCode: '91460100MA5D1RXN57' });
    desk = await sitDown(browser, product, 'manager');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('a draft is entered in the units of the papers; per mu and total follow each other against the standard in force', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '合同' }).first().click();
    await page.getByRole('link', { name: '起草合同' }).click();
    await page.getByLabel('乙方').fill('澄洲');
    await page.getByRole('option', { name: '海南澄洲食品有限公司' }).click();
    await page.getByLabel('项目').fill('澄洲食品一期项目');
    await choose(page, '园区', '狮子岭工业园');
    await choose(page, '产业', '高端食品加工');
    await page.getByLabel('合同总投资').fill('1.14 亿');
    await page.getByText('= 11,400 万元').waitFor();
    await page.getByLabel('面积').fill('24560㎡');
    await page.getByText('= 36.84 亩').waitFor();
    await page.getByLabel('达产年').fill('2024');

    const tax = page.getByRole('group', { name: '税收' });
    await tax.getByLabel('亩均税收').fill('26.8');
    await expectValue(tax.getByLabel('承诺总额'), '987.312');
    await tax.getByText('低于标准 30').waitFor();
    await tax.getByText('89.33 %').waitFor();
    await tax.getByLabel('承诺总额').fill('1105.2');
    await expectValue(tax.getByLabel('亩均税收'), '30');
    await tax.getByText('100.00 %').waitFor();
    await tax.getByLabel('亩均税收').fill('26.8');
    const investment = page.getByRole('group', { name: '固定资产投资' });
    await investment.getByLabel('亩均固定资产投资').fill('309.9');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.getByRole('heading', { name: '澄洲食品一期项目' }).waitFor();
    await page.getByText('草案').first().waitFor();
  });

  it('below it, it is submitted with its reason, and the case waits for another than who asked', async () => {
    const { page } = desk;
    expect(await page.getByRole('button', { name: '签约' }).count()).toBe(0);
    await page.getByRole('button', { name: '送审' }).click();
    const dialog = page.getByRole('dialog', { name: /送审/ });
    await dialog.getByText('税收承诺 26.80 万元/亩，低于标准 30（89.33 %）').waitFor();
    await dialog.getByRole('button', { name: '送审' }).click();
    await dialog.getByText('必填').waitFor();
    await dialog.getByText('还有 7 项必查条款没有勾选', { exact: false }).waitFor();
    await dialog.getByLabel('低于标准的理由').fill('管委会会议纪要〔2021〕3 号');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '送审' }).click();
    await dialog.getByText('还没有确认公平竞争审查').waitFor();
    await dialog.getByRole('link', { name: '去核对' }).click();
    await answerLeaving(page, 'leave');
    await dialog.waitFor({ state: 'detached' });
    await everyClause(page);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '送审' }).click();
    await dialog.getByLabel('低于标准的理由').fill('管委会会议纪要〔2021〕3 号');
    await dialog.getByRole('button', { name: '送审' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('送审中：第 1/1 级，等 管理者。').waitFor();
    await page.getByRole('link', { name: '查看审批' }).click();
    const own = page.getByRole('dialog', { name: '合同签约' });
    await own.getByRole('button', { name: '撤回' }).waitFor();
    expect(await own.getByRole('button', { name: '同意' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { name: '澄洲食品一期项目' }).waitFor();
  });

  it('another approves it, and it is signed under the standard of the day', async () => {
    const director = await sitDown(browser, product, 'director');
    await director.page.getByRole('navigation').getByRole('link', { name: /^审批/ }).click();
    await director.page.getByRole('button', { name: /打开：合同签约/ }).click();
    const asked = director.page.getByRole('dialog', { name: '合同签约' });
    await asked.getByText('管委会会议纪要〔2021〕3 号').waitFor();
    await asked.getByText('89.33 %').waitFor();
    expect(await seriousFindings(director.page)).toEqual([]);
    await director.page.keyboard.press('a');
    const word = director.page.getByRole('dialog', { name: '同意' });
    await word.getByRole('button', { name: '同意' }).click();
    await word.waitFor({ state: 'detached' });
    expect(director.faults).toEqual([]);
    await director.leave();

    const { page } = desk;
    await page.getByText('审批已通过，可以签约。').waitFor();
    await page.getByRole('button', { name: '签约' }).click();
    const dialog = page.getByRole('dialog', { name: /签约/ });
    await dialog.getByLabel('签约日').fill('2021-03-01');
    await dialog.getByRole('button', { name: '签约' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('税收承诺为标准的 89.33 %').waitFor();
    expect(await page.getByRole('button', { name: '签约' }).count()).toBe(0);
  });

  it('a figure is reported beside it and judged: 514 of 987.31 is a breach', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '填报实绩' }).click();
    const drawer = page.getByRole('dialog', { name: '填报实绩' });
    await choose(page, '指标', '税收');
    await choose(page, '年度', '2025');
    await drawer.getByLabel('数值').fill('514');
    await drawer.getByText('合 13.95 万元/亩').waitFor();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /实绩/ }).waitFor();
    await becomes(
      async () => page.getByRole('button', { name: '2025 年税收为什么不达标' }).count(),
      1,
      () => page.reload(),
    );
  });

  it('one’s own figure is not offered for verifying; another person verifies it, and it is locked', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /实绩/ }).click();
    await page.getByText('未核实').waitFor();
    expect(await page.getByRole('button', { name: '核实' }).count()).toBe(0);

    const admin = await sitDown(browser, product, 'admin', { closed: true });
    await admin.page.goto(page.url());
    await admin.page.getByRole('button', { name: '核实' }).click();
    await admin.page.getByRole('dialog', { name: '核实这个数' }).getByRole('button', { name: '核实' }).click();
    await admin.page.getByRole('img', { name: '已锁定' }).waitFor();
    expect(await admin.page.getByRole('button', { name: '更正' }).count()).toBe(0);
    expect(await seriousFindings(admin.page)).toEqual([]);
    expect(admin.faults).toEqual([]);
    await admin.leave();

    const reader = await Client.signedIn(product, 'auditor');
    const { data } = await reader.call(actuals.list, undefined, { query: { filter: { indicator: 'tax' } } });
    expect(data).toMatchObject([{ year: 2025, valueWan: '514', locked: true, verifiedBy: '系统管理员' }]);
  });

  it('what was signed changes by amendment alone, before and after are both kept', async () => {
    const { page } = desk;
    await page.reload();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '补充协议、增资' }).click();
    const drawer = page.getByRole('dialog', { name: '补充协议、增资' });
    await drawer.getByRole('button', { name: '税收' }).click();
    await drawer.getByLabel('亩均税收').fill('30');
    const shown = drawer.getByRole('table', { name: '变更前后' });
    await shown.getByRole('row', { name: /亩均（万元\/亩） 26\.80 30\.00/ }).waitFor();
    await shown.getByRole('row', { name: /总额（万元） 987\.31 1,105\.20/ }).waitFor();
    await drawer.getByLabel('变更理由').fill('补充协议（一）');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    // It takes effect once another person has approved it.
    const director = await Client.signedIn(product, 'director');
    const [waiting] = (
      await director.call(approvals.list, undefined, { query: { filter: { mine: 'todo', kind: 'supplement' } } })
    ).data;
    await director.call(
      approvals.approve,
      { note: '同意' },
      { params: { id: waiting!.id }, version: waiting!.version },
    );
    await page.reload();
    await page.getByRole('tab', { name: /补充协议/ }).click();
    await page.getByText('已生效').waitFor();
    await page.getByRole('row', { name: /亩均（万元\/亩） 26\.80 30\.00/ }).waitFor();
    await page.getByRole('tab', { name: /文件/ }).click();
    await page
      .getByLabel('上传文件')
      .last()
      .setInputFiles({ name: '补充协议（扫描）.pdf', mimeType: 'application/pdf', buffer: pdfOf() });
    await page.getByRole('button', { name: '补充协议（扫描）.pdf', exact: true }).waitFor();
    await page.getByRole('tab', { name: /变更/ }).click();
    const line = page.getByRole('row', { name: /税收/ });
    expect(await line.innerText()).toMatch(/26\.80 万元\/亩[\s\S]*30\.00 万元\/亩[\s\S]*补充协议（一）/);

    const manager = await Client.signedIn(product, 'manager');
    const { data } = await manager.call(contracts.list, undefined, {
      query: { filter: { q: '澄洲', kind: 'performance' } },
    });
    expect(data).toMatchObject([
      {
        status: 'signed',
        amountWan: '11400',
        areaMu: '36.84',
        promised: { tax: { perMuWan: '30', totalWan: '1105.2', percentOfStandard: '100' } },
      },
    ]);
    expect(desk.faults).toEqual([]);
  });
});

/** The checklist is the first tab of a draft; each clause has a checkbox, the review also needs a file. */
async function everyClause(page: Page): Promise<void> {
  await page.getByLabel('备注：公平竞争审查').fill('审查意见〔2021〕8 号');
  for (const name of [
    '主体与授权',
    '用地与容积率',
    '亩均承诺（投资、产值、税收）',
    '违约责任',
    '期限与退出',
    '公平竞争审查',
    '合法性审查',
  ]) {
    await page.getByRole('checkbox', { name, exact: true }).click();
    await page.getByRole('checkbox', { name, exact: true, checked: true }).waitFor();
  }
  await page.getByText('审查意见〔2021〕8 号').waitFor();
  await page.getByText('必查条款已核对 7/7', { exact: false }).waitFor();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: false }).last().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function expectValue(field: ReturnType<Page['getByLabel']>, value: string): Promise<void> {
  await becomes(() => field.inputValue(), value);
}

/** Repeats until it holds: the page waits for the server, and the server for the worker. */
async function becomes<T>(
  ask: () => Promise<T>,
  wanted: T,
  between: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  let last: T | undefined;
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 300))) {
    last = await ask();
    if (last === wanted) return;
    await between();
  }
  throw new Error(`wanted ${String(wanted)}, saw ${String(last)}`);
}
