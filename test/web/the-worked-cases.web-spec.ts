import { actuals } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { provincialStandards } from '@crm/api-contract/standards';
import type { Browser, Locator, Page } from 'playwright-core';
import { zoneOf, type Zone } from '../e2e/zone.js';
import { openBrowser, seriousFindings, sitDown, type Desk } from '../servers/browser.js';
import { pasteInto } from '../servers/in-page.js';
import { WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';

/** The worked cases of docs/domain.md with their own numbers, entered and read on the page: 2, 3, 4, 5, 11 and 13. */
describe('the worked cases on the screen', () => {
  let product: Product;
  let browser: Browser;
  let zone: Zone;
  let [manager, admin] = [{}, {}] as [Desk, Desk];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct({ demo: 'accounts', worker: false }), openBrowser()]);
    zone = await zoneOf(product);
    await zone.firm('海南单位示例有限公司');
    // The standard of another place, and one that is 不设.
    const standard = (park: number, indicator: 'investment' | 'output' | 'tax', perMuWan: string | null) =>
      zone.admin.call(provincialStandards.create, {
        indicator,
        placeLevel: 'park',
        placeKey: zone.parks[park]!.id,
        validFrom: '2021-01-01',
        perMuWan,
        documentNo: '示例〔2021〕5号',
      });
    for (const [indicator, perMuWan] of [
      ['investment', '220'],
      ['output', '200'],
      ['tax', '15'],
    ] as const)
      await standard(1, indicator, perMuWan);
    await standard(2, 'investment', null);
    [manager, admin] = [
      await sitDown(browser, product, 'manager', { closed: true }),
      await sitDown(browser, product, 'admin', { closed: true }),
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  describe('in the form of a contract', () => {
    it('2: 18,731 ㎡ are 28.0965 亩, 10,777.16 ㎡ at 300 are 4,849.72, and 66.3 亿 are 663,000 万元', async () => {
      const { page } = manager;
      await page.goto(`${product.baseUrl}/contracts/create`);
      await page.getByLabel('乙方').fill('单位示例');
      await page.getByRole('option', { name: '海南单位示例有限公司' }).click();
      await page.getByLabel('项目').fill('单位示例项目');
      await choose(page, '园区', zone.parks[0]!.name);
      await choose(page, '产业', zone.industries[0]!.name);
      await page.getByLabel('合同总投资').fill('66.3 亿');
      await page.getByText('= 663,000 万元').waitFor();
      await page.getByLabel('面积').fill('18731㎡');
      await page.getByText('= 28.0965 亩').waitFor();
      await page.getByLabel('面积').fill('10,777.16 ㎡');
      await page.getByText('= 16.16574 亩').waitFor();
      const investment = page.getByRole('group', { name: '固定资产投资' });
      await investment.getByLabel('亩均固定资产投资').fill('300');
      await valueIs(investment.getByLabel('承诺总额'), '4849.722');
      expect(await seriousFindings(page)).toEqual([]);
    });

    it('3: where the standard is 220/200/15 a plot of 28.0965 亩 owes at least 6,181.23, 5,619.30 and 421.45; where none is set, —', async () => {
      const { page } = manager;
      await page.getByLabel('面积').fill('18,731 ㎡');
      await choose(page, '园区', zone.parks[1]!.name);
      for (const [indicator, standard, least] of [
        ['固定资产投资', '220', '6,181.23'],
        ['产值（营收）', '200', '5,619.30'],
        ['税收', '15', '421.45'],
      ] as const) {
        await page
          .getByRole('group', { name: indicator, exact: true })
          .getByText(`标准 ${standard} 万元/亩，合计至少 ${least} 万元`)
          .waitFor();
      }
      await choose(page, '园区', zone.parks[2]!.name);
      const investment = page.getByRole('group', { name: '固定资产投资' });
      await investment.getByText('省定标准不设').waitFor();
      expect((await investment.locator('.gaugeline').innerText()).replace(/\s+/g, ' ')).toMatch(/^投资 —$|—$/);
    });

    it('3: full production two years after signing on 2025-10-20 is 2027-10-20, owed in full from 2028 on; it is so once signed', async () => {
      const { page } = manager;
      await choose(page, '园区', zone.parks[1]!.name);
      const after = page.getByRole('group', { name: '按签约日推算' });
      await after.getByLabel('签约日').fill('2025-10-20');
      await after.getByLabel('签约后几年').fill('2');
      await after.getByRole('button', { name: '推算' }).click();
      await valueIs(page.getByLabel('或达产日期'), '2027-10-20');
      await page.getByText('从 2028 年起完整考核').waitFor();
      await page.getByRole('button', { name: '保存草案' }).click();
      await page.getByRole('heading', { name: '单位示例项目' }).waitFor();
      const draft = (await zone.manager.call(contracts.list, undefined, { query: { filter: { q: '单位示例项目' } } }))
        .data[0]!;
      await zone.approved(draft.id, draft.version, '2025-10-20');
      await page.goto(`${product.baseUrl}/contracts/${draft.id}/show`);
      const facts = page.getByRole('region', { name: '合同要点' });
      await facts.getByText('2025-10-20').waitFor();
      expect(await facts.innerText()).toMatch(/28\.10 亩[\s\S]*220 \/ 200 \/ 15/);
      await page.getByText('2027-10-20').first().waitFor();
    });
  });

  describe('of a promise that was missed', () => {
    /** 50 亩 × 30 = 1,500 万元 of tax, 500 万元 of support paid, with clauses for 补差 and 按比例追回. */
    const promising = async (name: string) => {
      const { id } = await zone.signed({
        enterpriseId: await zone.firm(name),
        commitments: [{ indicator: 'tax', perMuWan: '30', lastYear: 2024 }],
        clauses: [
          { kind: 'pay-gap', text: '第十二条：税收低于约定的，按差额补足。', indicators: ['tax'], percent: '100' },
          { kind: 'claw-back', text: '第十三条：按未完成比例退还扶持资金。', indicators: ['tax'] },
        ],
      });
      await zone.manager.call(
        contracts.paySupport,
        { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
        { params: { id } },
      );
      return id;
    };

    it('4: 1,140 of 1,500 is 76.00 %, short by 360, 22.8 万元/亩; 120 of 500 may be clawed back', async () => {
      const { page } = manager;
      const id = await promising('海南差额示例有限公司');
      await page.goto(`${product.baseUrl}/contracts/${id}/show?report=1&year=2024&indicator=tax`);
      const drawer = page.getByRole('dialog', { name: '填报实绩' });
      await drawer.getByLabel('数值').fill('1140');
      await drawer.getByText('合 22.80 万元/亩').waitFor();
      await drawer
        .getByLabel('选择文件')
        .setInputFiles({ name: '完税证明.txt', mimeType: 'text/plain', buffer: Buffer.from('2024 年完税证明') });
      expect(await seriousFindings(page)).toEqual([]);
      await drawer.getByRole('button', { name: '填报实绩' }).click();
      await drawer.waitFor({ state: 'detached' });
      // The file chosen in the form is attached to the figure.
      await page.getByRole('tab', { name: /文件/ }).click();
      await page.getByRole('button', { name: '完税证明.txt', exact: true }).waitFor();
      await page.goto(`${product.baseUrl}/contracts/${id}/show?tab=promises`);
      await page.getByRole('button', { name: '2024 年税收为什么不达标' }).click();
      const why = page.getByRole('dialog', { name: '2024 年税收为什么不达标' });
      await why
        .getByText(
          '应缴 1,500.00 万元，实缴 1,140.00 万元，兑现率 76.00 %，低于容差 80 %，差额 360.00 万元（7.20 万元/亩）',
        )
        .waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /后果与决定/ }).click();
      const line = page.getByRole('row', { name: /^2024 税收/ });
      await line.getByText('补差 360.00 万元').waitFor();
      await line.getByText('追回扶持 120.00 万元').click();
      await line.getByText('500 × ( 1 − 76 % )').waitFor();
      await line.getByRole('button', { name: /^处置 / }).click();
      const decide = page.getByRole('dialog', { name: '处置 2024 年税收' });
      await decide.getByText('应完成 1,500.00 万元，实绩 1,140.00 万元（76.00 %），缺口 360.00 万元').waitFor();
      await decide.getByLabel('追回扶持 120.00 万元').click();
      await decide.getByText('合计 480.00 万元').waitFor();
      await decide.getByLabel('理由').fill('主任办公会决定补差并追回');
      await decide.getByRole('button', { name: '提请审批' }).click();
      await decide.waitFor({ state: 'detached' });
      // The approver sees what it is about.
      const { page: other } = admin;
      await other.goto(`${product.baseUrl}/approvals`);
      await other
        .getByRole('row', { name: /执行 2024 年税收/ })
        .getByRole('button', { name: /^打开：违约处置/ })
        .click();
      const asked = other.getByRole('dialog', { name: '违约处置' });
      await asked.getByText('应完成 1,500.00 万元，实绩 1,140.00 万元（76.00 %），缺口 360.00 万元').waitFor();
      await asked.getByText('追回扶持 120.00 万元').waitFor();
      expect(await seriousFindings(other)).toEqual([]);
    });

    it('4: 1,200 is 80.00 % and tolerated: a warning, nothing may be asked for yet', async () => {
      const { page } = manager;
      const id = await promising('海南容差示例有限公司');
      await zone.officer.call(actuals.create, {
        contractId: id,
        indicator: 'tax',
        year: 2024,
        source: 'tax-office',
        value: { value: '1200', unit: 'wan' },
      });
      await page.goto(`${product.baseUrl}/contracts/${id}/show?tab=promises`);
      await page.getByRole('button', { name: '2024 年税收为什么预警' }).click();
      await page
        .getByRole('dialog', { name: '2024 年税收为什么预警' })
        .getByText('兑现率 80.00 %，未到 100 %，但不低于容差 80 %，差额 300.00 万元')
        .waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /后果与决定/ }).click();
      await page.getByText('补差 300.00 万元 容忍度内，暂不适用').waitFor();
    });
  });

  describe('as a traffic light', () => {
    const enter = async (page: Page, month: number, plan: string, actual: string) => {
      await page.getByRole('button', { name: '填报', exact: true }).click();
      const drawer = page.getByRole('dialog', { name: '填报' });
      await drawer.getByLabel('月份').selectOption(String(month));
      const park = zone.parks[0]!.shortName;
      await drawer.getByLabel(`${park} 计划`).fill(plan);
      await drawer.getByLabel(`${park} 实绩`).fill(actual);
      await drawer.getByLabel('来源').fill('统计月报');
      await drawer.getByRole('button', { name: '保存 1 项' }).click();
      await drawer.waitFor({ state: 'detached' });
    };
    const cell = (page: Page, month: number) =>
      page.getByRole('button', { name: new RegExp(`${zone.parks[0]!.shortName} 2025 年 ${month} 月：`) });

    it('5: of 6,000 planned 6,000 is green, 5,999 and 3,000 yellow, 2,999 red; the second yellow running escalates', async () => {
      const { page } = manager;
      await page.goto(`${product.baseUrl}/lights?year=2025&indicator=tax`);
      for (const [month, actual, light, said] of [
        [1, '6000', '绿', '落后 0.00 %'],
        [2, '5,999', '黄', '落后 0.02 %'],
        [3, '0.3 亿', '黄', '落后 50.00 %'],
        [4, '2999', '红', '落后 50.02 %'],
      ] as const) {
        await enter(page, month, '6,000', actual);
        const name = (await cell(page, month).getAttribute('aria-label')) ?? '';
        expect(name).toContain(`${light}灯`);
        expect(name).toContain(said);
        expect(name.includes('需升级过问')).toBe(month > 2);
      }
      await page.getByRole('region', { name: '需要过问' }).getByText(zone.parks[0]!.shortName).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    });

    it('5: a table of bands with a gap or an overlap is refused at its row', async () => {
      const { page } = admin;
      await page.goto(`${product.baseUrl}/lights?year=2025&indicator=tax&bands=1`);
      const drawer = page.getByRole('dialog', { name: '档位' });
      const save = drawer.getByRole('button', { name: '保存' });
      const edge = drawer.getByLabel('第 3 行的下界');
      await edge.fill('60');
      await drawer.getByRole('img', { name: /空隙/ }).waitFor();
      expect([await edge.getAttribute('aria-invalid'), await save.isDisabled()]).toEqual(['true', true]);
      await edge.fill('40');
      await drawer.getByRole('img', { name: /重叠/ }).waitFor();
      expect([await edge.getAttribute('aria-invalid'), await save.isDisabled()]).toEqual(['true', true]);
      expect(await seriousFindings(page)).toEqual([]);
      await edge.fill('50');
      await drawer.getByLabel('变更原因').fill('恢复');
      expect(await save.isDisabled()).toBe(false);
      await page.keyboard.press('Escape');
    });

    it('a project gets a target of its own from the same drawer', async () => {
      const { page } = manager;
      await page.getByRole('button', { name: '填报', exact: true }).click();
      const drawer = page.getByRole('dialog', { name: '填报' });
      await drawer.getByLabel('加一个项目或合同').fill('差额示例');
      await page.getByRole('listbox').getByRole('option').first().click();
      await drawer.getByLabel(/海南差额示例有限公司 · .* 计划/).fill('100');
      await drawer.getByLabel('来源').fill('项目月报');
      expect(await seriousFindings(page)).toEqual([]);
      await drawer.getByRole('button', { name: '保存 1 项' }).click();
      await drawer.waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /海南差额示例有限公司/ }).waitFor();
    });
  });

  describe('as per-mu classes', () => {
    const values = ['18', '100', '2.0', '4,000', '15', '0.04'];
    const begin = async (page: Page, year: string) => {
      await page.goto(`${product.baseUrl}/per-mu-classes?new=1`);
      const drawer = page.getByRole('dialog', { name: '新建一轮' });
      await drawer.getByLabel('年度').fill(year);
      await drawer.getByLabel('参评企业').click();
      await page.getByRole('option', { name: '先不加' }).click();
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: `${year} 年亩均效益评价` }).waitFor();
    };
    const pasteRows = async (page: Page, rows: readonly (readonly string[])[]) => {
      await page.getByRole('button', { name: '填报指标值' }).first().click();
      await page.getByRole('button', { name: '加一家企业' }).click();
      await pasteInto(page.getByLabel('企业全称或信用代码'), rows.map((row) => row.join('\t')).join('\r\n'));
      await page.getByLabel('来源').fill('部门报表');
      await page.getByRole('button', { name: `保存 ${rows.length} 家` }).click();
      await page.getByRole('region', { name: '排名' }).first().waitFor();
    };

    it('11: the firm of the case scores 81.57, and 78.33 where no item brings more than its weight', async () => {
      const { page } = admin;
      await zone.firm('海南评价示例有限公司');
      await begin(page, '2024');
      await pasteRows(page, [['海南评价示例有限公司', ...values]]);
      await page.getByRole('row', { name: /海南评价示例.*81\.57/ }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: '公式' }).click();
      const drawer = page.getByRole('dialog', { name: '公式' });
      await drawer.getByLabel('每项不超过权重（封顶）').click();
      // A removed item is offered again unchanged; classes can be added and removed.
      await drawer.getByRole('button', { name: '删除 研发经费占比' }).click();
      await drawer.getByText(/权重/).last().waitFor();
      await drawer.getByRole('button', { name: '研发经费占比', exact: true }).click();
      await drawer.getByRole('button', { name: '加一档' }).click();
      await drawer.getByRole('button', { name: /^删除/ }).last().click();
      expect(await seriousFindings(page)).toEqual([]);
      await drawer.getByRole('button', { name: '保存' }).click();
      await drawer.waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /海南评价示例.*78\.33/ }).waitFor();
    });

    it('11: 40 firms pasted from a sheet are A 8, B 16, C 14 and D 2', async () => {
      const { page } = admin;
      const firms = Array.from({ length: 40 }, (_, n) => `海南评价第${String(n + 1).padStart(2, '0')}号有限公司`);
      for (const name of firms) await zone.firm(name);
      await begin(page, '2025');
      await pasteRows(
        page,
        firms.map((name, n) => [name, String(n + 1), ...values.slice(1)]),
      );
      const said = (await page.getByRole('region', { name: '各档企业数' }).innerText()).replace(/\s+/g, ' ');
      expect(said).toMatch(
        /A 档 比例 20 % 8 ?家 20\.00 % B 档 比例 40 % 16 ?家 40\.00 % C 档 比例 35 % 14 ?家 35\.00 % D 档 比例 5 % 2 ?家 5\.00 %/,
      );
      expect(await seriousFindings(page)).toEqual([]);
    });
  });

  it('13: 600 where the standard is 300 and 300 where it is 220 are 500.00 and 182.93 % in all; 400 without a standard moves the one and leaves the other', async () => {
    const { page } = manager;
    const promised = (park: number, mu: string, perMuWan: string) =>
      zone.signed({
        parkId: zone.parks[park]!.id,
        industryId: zone.industries[1]!.id,
        parcels: [{ area: { value: mu, unit: 'mu' } }],
        commitments: [{ indicator: 'investment', perMuWan }],
      });
    const figures = async () => {
      await page.goto(`${product.baseUrl}/performance?industry=${zone.industries[1]!.id}`);
      const strip = page.getByRole('region', { name: '关键数字' });
      await strip.getByText(/承诺 .*（182\.93 %）/).waitFor();
      return (await strip.innerText()).replace(/\s+/g, ' ');
    };
    await promised(0, '100', '600');
    await promised(1, '50', '300');
    expect(await figures()).toMatch(/亩均固定资产投资 .*500 ?万元\/亩 183 ?% 承诺 500\.00（182\.93 %）/);
    await promised(2, '30', '400');
    expect(await figures()).toMatch(/亩均固定资产投资 .*483 ?万元\/亩 183 ?% 承诺 483\.33（182\.93 %）/);
  });

  it('nothing failed on the way and nothing left the house', () => {
    expect([...manager.faults, ...admin.faults]).toEqual([]);
  });
});

/** The menu chosen before may still cover the page and take the first click. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const wanted = page.getByRole('option', { name: option, exact: true });
  for (let tries = 0; tries < 10 && !(await wanted.isVisible()); tries++) {
    await page.getByLabel(label, { exact: false }).last().click();
    await wanted.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await wanted.click();
  await wanted.waitFor({ state: 'detached' });
}

/** The other side of a field follows a moment later. */
async function valueIs(field: Locator, value: string): Promise<void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100)))
    if ((await field.inputValue()) === value) return;
  expect(await field.inputValue()).toBe(value);
}
