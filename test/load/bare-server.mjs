// The limit the product is measured against: node:http and pg as they come, prepared statements, nothing else.
// No sign-in, no scope, no validation, no view: rows are sent as they are.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { statements } from './bare-statements.mjs';

pg.types.setTypeParser(1082, (text) => text);
const connectionString = process.env.DATABASE_URL;
const pool = new pg.Pool({ connectionString, max: 10 });
// One plan for all values: where PostgreSQL doubts it, it plans each time anew, which costs more than these reads. Not
// where triggers run: their statements would be planned so too.
const reads = new pg.Pool({ connectionString, max: 10, options: '-c plan_cache_mode=force_generic_plan' });
reads.on('error', () => undefined);
pool.on('error', () => undefined);

/**
 * @param {keyof typeof statements} name
 * @param {unknown[]} values
 * @param {pg.Pool | pg.PoolClient} [client]
 */
const ask = async (name, values, client = reads) => (await client.query({ name, text: statements[name], values })).rows;

/** @type {Record<string, (query: URLSearchParams, body: any) => Promise<unknown>>} */
const work = {
  list: (query) => ask('list', [query.get('stage'), query.get('park')]),

  one: async (query) => (await ask('one', [query.get('id')]))[0],

  async search(query) {
    const typed = query.get('q');
    return ask('search', [[typed], typed]);
  },

  async create(_query, body) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await ask('begin', [`user:${body.ownerId}`, randomUUID(), `name:${body.enterpriseName}`], client);
      const [found] = await ask('look', [body.enterpriseName, body.parkId], client);
      if (found.firm !== null || !found.park) throw new Error('not a new firm in a park');
      const { enterpriseName: firm, projectName: project, parkId, investmentWan, ownerId, nextStep, nextOn } = body;
      const values = [randomUUID(), firm, randomUUID(), project, parkId, investmentWan, ownerId, nextStep, nextOn];
      const [lead] = await ask('create', values, client);
      await client.query('COMMIT');
      return lead;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },

  async summary(query) {
    const client = await reads.connect();
    try {
      const day = query.get('asOf');
      return {
        groups: await ask('summary', [day, Number(query.get('year'))], client),
        signed: await ask('signed', [day], client),
        standards: await ask('standards', [day], client),
      };
    } finally {
      client.release();
    }
  },
};

createServer(async (request, response) => {
  const url = new URL(String(request.url), 'http://bare');
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
    const answer = JSON.stringify(await work[url.pathname.slice(1)](url.searchParams, body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  } catch (error) {
    process.stderr.write(`${url.pathname}: ${error}\n`);
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
