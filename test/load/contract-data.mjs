// Creates 10,000 contracts with five years of figures. They are entered as an import enters them, so that the product
// calculates the stored sums itself.
import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { contractsForFigures, enterActuals, enterSignedContracts } from '@crm/server/commitments';
import { migrations } from '@crm/server/migrations';

const BATCH = 200;
const YEARS = [2021, 2022, 2023, 2024, 2025];

/** @param {string} url @param {number} contracts @param {string} today */
export async function loadContracts(url, contracts, today) {
  const dataSource = await createDataSource({
    url,
    pool: 2,
    migrations,
    applicationName: 'bench',
    log: createLogger('bench', 'silent'),
  }).initialize();
  // A batch has about three thousand assessments: on a busy machine a larger one would meet the limits of the product.
  const database = new Database(dataSource);
  const { parks, industries, manager } = await database.read(async (rows) => ({
    parks: (await rows.rows('SELECT id FROM park ORDER BY position')).map((row) => row.id),
    industries: (await rows.rows('SELECT id FROM industry ORDER BY position')).map((row) => row.id),
    manager: (await rows.one("SELECT id FROM app_user WHERE username = 'manager'")).id,
  }));
  const actor = { userId: manager };
  const codeOf = (n) => `9147${String(n).padStart(14, '0')}`;
  for (let from = 0; from < contracts; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, contracts - from) }, (_, k) => from + k);
    const entries = numbers.map((n) => ({
      creditCode: codeOf(n),
      enterpriseName: `履约测试企业${n}有限公司`,
      projectName: `履约项目${n}`,
      kind: 'performance',
      parkId: parks[n % parks.length],
      industryId: industries[n % industries.length],
      signedOn: `2021-0${1 + (n % 9)}-${10 + (n % 19)}`,
      amountWan: String(1_000 + n),
      amountEntered: null,
      landFree: false,
      parcels: [
        { basis: 'granted', areaMu: `${10 + (n % 90)}.25`, entered: { value: `${10 + (n % 90)}.25`, unit: 'mu' } },
      ],
      channel: null,
      handlerName: `招商专员${'ABCD'[n % 4]}`,
      firstContactOn: null,
      fullProductionYear: 2021,
      energyTce: null,
      rdPercent: null,
      milestones: [],
      promises: [
        { indicator: 'investment', perMuWan: String(300 + (n % 500)) },
        { indicator: 'output', perMuWan: String(500 + (n % 700)) },
        { indicator: 'tax', perMuWan: String(30 + (n % 90)) },
      ],
    }));
    await database.transaction('system:bench', (tx) => enterSignedContracts(tx, actor, null, entries, today));
    await database.transaction('system:bench', async (tx) => {
      const found = await contractsForFigures(
        tx,
        numbers.map((n) => ({ creditCode: codeOf(n) })),
      );
      const figures = numbers.flatMap((n, k) =>
        YEARS.flatMap((year) =>
          ['investment', 'output', 'tax'].map((indicator) => {
            const value = String(
              (20 + (n % 70)) * (indicator === 'tax' ? 30 : indicator === 'output' ? 560 : 310) + year - 2021,
            );
            return {
              contractId: found[k][0].contractId,
              indicator,
              year,
              valueWan: value,
              entered: { value, unit: 'wan' },
              source: 'statistics',
            };
          }),
        ),
      );
      await enterActuals(tx, actor, null, figures, today);
    });
  }
  await dataSource.destroy();
}
