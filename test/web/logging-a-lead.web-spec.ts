import { enterprises } from '@crm/api-contract/enterprises';
import { leads } from '@crm/api-contract/leads';
import type { Browser } from 'playwright-core';
import { Client } from '../servers/client.js';
import { answerLeaving, openBrowser, seriousFindings, signIn, sitDown, type Desk } from '../servers/browser.js';
import { startProduct, type Product } from '../servers/product.js';

describe('logging a lead', () => {
  let product: Product;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    desk = await signIn(browser, product, 'officer');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('an officer opens the drawer with N, fills five fields, saves with Ctrl Enter and finds the lead with its next step', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '线索', exact: false }).first().click();
    await page.getByText('还没有线索').or(page.getByText('没有符合条件的记录')).waitFor();
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: '新线索' });
    await drawer.getByLabel('企业名称').fill('浙江泽科环保集团');
    await drawer.getByLabel('项目').fill('可降解包装二期');
    await drawer.getByLabel('意向园区').click();
    await page.getByRole('option', { name: '云龙' }).click();
    await drawer.getByLabel('拟投资').fill('3.2 亿');
    await drawer.getByText('= 32,000 万元').waitFor();
    await drawer.getByLabel('下一步').fill('首次电话');
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });

    const row = page.getByRole('row').filter({ hasText: '浙江泽科环保集团' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/可降解包装二期[\s\S]*线索登记[\s\S]*3\.20[\s\S]*云龙产业园[\s\S]*首次电话/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('the firm typed again is told to be there already', async () => {
    const { page } = desk;
    await page.keyboard.press('n');
    const drawer = page.getByRole('dialog', { name: '新线索' });
    await drawer.getByLabel('企业名称').fill('泽科环保');
    await drawer.getByText('可能重复 1 家').waitFor();
    expect(await drawer.getByText('名称相近').isVisible()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('typed text is asked about before it is left, by Esc and by going back, and waits as a draft', async () => {
    const { page } = desk;
    const drawer = page.getByRole('dialog', { name: '新线索' });
    await drawer.getByRole('button', { name: '更多内容（选填）' }).click();
    await drawer.getByLabel('电话').fill('13800138000');
    await page.keyboard.press('Escape');
    await page.getByText('刚填的内容会作为草稿留在这台电脑上').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await answerLeaving(page, 'stay');
    expect(await drawer.getByLabel('企业名称').inputValue()).toBe('泽科环保');
    await page.goBack();
    await answerLeaving(page, 'leave');
    await drawer.waitFor({ state: 'detached' });

    await page.goto(`${product.baseUrl}/leads`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('n');
    await drawer.getByText(/有一份 .* 的草稿/).waitFor();
    // Another person's number is never kept.
    expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain('13800138000');
    await drawer.getByRole('button', { name: '恢复' }).click();
    expect(await drawer.getByLabel('企业名称').inputValue()).toBe('泽科环保');
    await page.getByRole('button', { name: '关闭' }).click();
    await answerLeaving(page, 'leave');
    await drawer.waitFor({ state: 'detached' });
  });

  it('on its page it is moved on and followed up; the new next step stands in the list', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '浙江泽科环保集团' }).click();
    await page.getByRole('heading', { level: 1, name: '浙江泽科环保集团' }).waitFor();
    await page.getByRole('button', { name: '初步接洽' }).click();
    await page.getByText('浙江泽科环保集团 已到「初步接洽」').waitFor();
    await page.getByLabel('结果').fill('愿意十二月来考察');
    // By the menu, too; and a reload is asked about by the browser itself.
    await page.getByRole('link', { name: '企业', exact: true }).first().click();
    await answerLeaving(page, 'stay');
    const reload = page.waitForEvent('dialog').then(async (dialog) => [dialog.type(), await dialog.dismiss()]);
    await page.evaluate(() => void setTimeout(() => window.location.reload(), 0));
    expect((await reload)[0]).toBe('beforeunload');
    await page.getByLabel('下一步', { exact: false }).first().fill('接待考察');
    await page.getByRole('button', { name: '保存跟进' }).click();
    await page.getByText('已记下，下一步已更新').waitFor();
    await page.getByRole('listitem').filter({ hasText: '愿意十二月来考察' }).waitFor();
    await page.getByText('线索登记 → 初步接洽').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.goto(`${product.baseUrl}/leads`);
    const row = page.getByRole('row').filter({ hasText: '浙江泽科环保集团' });
    await row.waitFor();
    expect(await row.innerText()).toContain('接待考察');
  });

  it('a second saver decides only about the field both changed; nothing typed is lost', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '浙江泽科环保集团' }).click();
    await page.getByRole('button', { name: '修改' }).click();
    const drawer = page.getByRole('dialog', { name: '修改' });
    await drawer.getByLabel('下一步').fill('我写的下一步');
    await drawer.getByLabel('备注').fill('只有我写了备注');

    const colleague = await Client.signedIn(product, 'officer');
    const [lead] = (await colleague.call(leads.list, undefined, { query: { filter: { q: '泽科' } } })).data;
    await colleague.call(
      leads.update,
      { nextStep: '同事写的下一步' },
      { params: { id: lead!.id }, version: lead!.version },
    );

    await page.keyboard.press('Control+Enter');
    const conflict = page.getByRole('dialog', { name: /别人先保存了/ });
    await conflict.getByText('同事写的下一步').waitFor();
    expect(await conflict.getByRole('row').count()).toBe(2);
    expect(await seriousFindings(page)).toEqual([]);
    await conflict.getByRole('radio', { name: '下一步 现在的' }).check();
    await conflict.getByRole('button', { name: '按所选保存' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await colleague.call(leads.one, undefined, { params: { id: lead!.id } })).toMatchObject({
      nextStep: '同事写的下一步',
      note: '只有我写了备注',
    });
    await page.goto(`${product.baseUrl}/leads`);
  });

  it('on the board the card is picked up, carried to the next lane and put down by keyboard', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '看板' }).click();
    const card = page.getByRole('button', { name: /浙江泽科环保集团.*可降解包装二期/ });
    await card.focus();
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await page.getByRole('region', { name: '现场考察' }).getByText('浙江泽科环保集团').waitFor();
    await page.getByText('浙江泽科环保集团 已到「现场考察」').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a code of another name asks which enterprise is meant', async () => {
    const { page } = desk;
    const colleague = await Client.signedIn(product, 'officer');
    await colleague.call(enterprises.create, { name: '海南澄洲食品有限公司', creditCode: '91460100MA5D1RXN57' });
    await page.goto(`${product.baseUrl}/leads/create`);
    const drawer = page.getByRole('dialog', { name: '新线索' });
    await drawer.getByLabel('企业名称').fill('海南澄舟食品有限公司');
    await drawer.getByLabel('项目').fill('冷链');
    await drawer.getByLabel('意向园区').click();
    await page.getByRole('option', { name: '云龙' }).click();
    await drawer.getByLabel('拟投资').fill('1 亿');
    await drawer.getByLabel('下一步').fill('首次电话');
    await drawer.getByRole('button', { name: /更多/ }).click();
    await drawer.getByLabel('统一社会信用代码').fill('91460100MA5D1RXN57');
    await page.keyboard.press('Control+Enter');
    await drawer.getByRole('button', { name: '是「海南澄舟食品有限公司」，先不填代码' }).click();
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '海南澄舟食品有限公司' }).waitFor();
  });

  it('a manager finds two records of one enterprise, merges them by keyboard, and takes it back', async () => {
    const head = await sitDown(browser, product, 'manager');
    const { page } = head;
    const colleague = await Client.signedIn(product, 'officer');
    await colleague.call(enterprises.create, { name: '海南澄舟食品有限责任公司', creditCode: '91350100M000100Y43' });
    await page.goto(`${product.baseUrl}/enterprises`);
    await page.getByRole('link', { name: '可能重复 1' }).click();
    await page.getByRole('heading', { level: 1, name: '可能重复' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '合并…' }).press('Enter');
    const drawer = page.getByRole('dialog', { name: '与另一条记录合并' });
    await drawer.getByText('随之转移：').waitFor();
    expect(await drawer.getByRole('status').first().innerText()).toContain('线索 1');
    expect(await seriousFindings(page)).toEqual([]);
    await drawer.getByLabel('为什么是同一家').fill('名称与地址都相同');
    await page.keyboard.press('Control+Enter');
    await drawer.waitFor({ state: 'detached' });
    await page.getByText(/「海南澄舟食品有限公司」已于 .* 并入/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /撤销合并（至/ }).press('Enter');
    const undoing = page.getByRole('dialog', { name: /撤销合并/ });
    await undoing.getByText('线索 1').waitFor();
    await undoing.getByLabel('为什么撤销').fill('两家分别有执照');
    await page.keyboard.press('Control+Enter');
    await undoing.waitFor({ state: 'detached' });
    await page.getByText(/「海南澄舟食品有限公司」已于/).waitFor({ state: 'detached' });
    expect(head.faults).toEqual([]);
  });

  it('nothing failed on the way, and no request left the house', () => expect(desk.faults).toEqual([]));
});
