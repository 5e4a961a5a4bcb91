// The requests to the product, and the same ones to the bare server. A goal is a ratio to the bare server.

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('./measure.mjs').Side} Side */
/** @typedef {{ id: string, name: string, goal: string, sides: { product: Side, bare: Side } }} Work */

/** @param {Record<string, string>} values */
const query = (values) => new URLSearchParams(values).toString();
/** @param {string} path */
const get = (path) => ({ method: 'GET', path });

/** @param {Stage} stage @param {number} seconds @param {object[]} requests @returns {Side} */
const toProduct = ({ api, postgresPid, session }, seconds, requests) => ({
  url: api.url,
  pid: api.pid,
  postgresPid,
  seconds,
  headers: async () => ({ authorization: await session.bearer(), 'content-type': 'application/json' }),
  requests,
});

/** @param {Stage} stage @param {number} seconds @param {object[]} requests @returns {Side} */
const toBare = ({ bare, postgresPid }, seconds, requests) => ({
  url: bare.url,
  pid: bare.pid,
  postgresPid,
  seconds,
  headers: async () => ({ 'content-type': 'application/json' }),
  requests,
});

const perMu = (/** @type {Record<string, string>} */ more) =>
  `/api/v1/portfolio/per-mu?${query({ groupBy: 'park', assessedYear: '2025', ...more })}`;

/** @param {Stage} stage @param {number} seconds @returns {Promise<Work[]>} */
export async function works(stage, seconds) {
  const { leads, pairs, park, owner } = await drawn(stage.db);
  const product = (/** @type {object[]} */ requests) => toProduct(stage, seconds, requests);
  const bare = (/** @type {object[]} */ requests) => toBare(stage, seconds, requests);
  const list = (/** @type {Record<string, unknown>} */ filter, more = {}) =>
    get(`/api/v1/leads?${query({ perPage: '25', ...more, filter: JSON.stringify(filter) })}`);
  return [
    {
      id: 'W1',
      name: 'W1 线索列表 list',
      goal: '≥ 0.75',
      sides: {
        product: product([list({ stage: 'negotiation', parkId: park }, { sort: 'updatedAt', order: 'desc' })]),
        bare: bare([get(`/list?${query({ stage: 'negotiation', park })}`)]),
      },
    },
    {
      id: 'W2',
      name: 'W2 线索与跟进 one lead',
      goal: '≥ 0.75',
      sides: {
        product: product(leads.map((id) => get(`/api/v1/leads/${id}`))),
        bare: bare(leads.map((id) => get(`/one?${query({ id })}`))),
      },
    },
    {
      id: 'W3',
      name: 'W3 两字搜索 search',
      goal: '≥ 0.7',
      sides: {
        product: product(pairs.map((q) => list({ q }))),
        bare: bare(pairs.map((q) => get(`/search?${query({ q })}`))),
      },
    },
    {
      id: 'W4',
      name: 'W4 登记线索 create',
      goal: '≥ 0.7',
      sides: {
        product: product([creating('/api/v1/leads', '产品', { parkId: park })]),
        bare: bare([creating('/create', '裸机', { parkId: park, ownerId: owner })]),
      },
    },
    {
      // Two connections at once, one for each core: with ten, requests would wait longer than a turn lasts.
      id: 'W5',
      name: 'W5 履约汇总（现算） summary, live',
      goal: '≥ 0.85',
      sides: {
        product: { ...product([get(perMu({ asOf: stage.yesterday }))]), connections: 2 },
        bare: { ...bare([get(`/summary?${query({ asOf: stage.yesterday, year: '2025' })}`)]), connections: 2 },
      },
    },
  ];
}

/**
 * The same summary from the stored sums, compared with the live one.
 * @param {Stage} stage
 * @param {number} seconds
 */
export function keptSums(stage, seconds) {
  let asked = 0;
  const neverAsked = {
    method: 'GET',
    // Each request asks for another signing day, so that no answer comes from a cache.
    setupRequest: (/** @type {object} */ request) => ({
      ...request,
      path: perMu({ signedFrom: new Date(Date.UTC(2020, 11, 31) - asked++ * 86_400_000).toISOString().slice(0, 10) }),
    }),
  };
  return [
    {
      name: 'W5 汇总账（每次重算） kept sums, summed anew ÷ live',
      goal: '≥ 20',
      side: toProduct(stage, seconds, [neverAsked]),
    },
    {
      name: 'W5 汇总账（没有变化） kept sums, asked again ÷ live',
      goal: '',
      side: toProduct(stage, seconds, [get(perMu({}))]),
    },
  ];
}

let made = 0;
const nextOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
/**
 * Creates a lead of a new enterprise with each request.
 * @param {string} path
 * @param {string} name
 * @param {object} more
 */
const creating = (path, name, more) => ({
  method: 'POST',
  path,
  setupRequest: (/** @type {object} */ request) => ({
    ...request,
    body: JSON.stringify({
      enterpriseName: `${name}${++made}号测试企业`,
      projectName: `项目${made}`,
      investmentWan: '12000',
      nextStep: '电话回访',
      nextOn,
      ...more,
    }),
  }),
});

/**
 * The records that the requests name.
 * @param {import('pg').Client} db
 */
async function drawn(db) {
  const one = async (/** @type {string} */ sql) => (await db.query(sql)).rows[0].found;
  return {
    leads: /** @type {string[]} */ (
      await one('SELECT array_agg(id) AS found FROM (SELECT id FROM lead ORDER BY random() LIMIT 500) AS drawn')
    ),
    pairs: /** @type {string[]} */ (
      await one(
        `SELECT array_agg(DISTINCT substr(name, 3, 2)) AS found
         FROM (SELECT name FROM enterprise WHERE credit_code LIKE '91460000%' ORDER BY random() LIMIT 60) AS drawn`,
      )
    ),
    park: /** @type {string} */ (await one('SELECT id AS found FROM park ORDER BY position LIMIT 1')),
    owner: /** @type {string} */ (await one("SELECT id AS found FROM app_user WHERE username = 'manager'")),
  };
}
