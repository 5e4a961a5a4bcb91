// The runtime's limit: node:http and pg with prepared statements, nothing else. No sign-in, no validation, no view.
// The statements are those the product sends for the same work.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { portfolioGroups } from '../../libs/server/dist/commitments/portfolio-groups.js';
import { liveMembers } from '../../libs/server/dist/commitments/portfolio-members.js';
import { statements as s } from './bare-statements.mjs';

pg.types.setTypeParser(1082, (text) => text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
pool.on('error', () => undefined);
const ask = (name, values, client = pool) => client.query({ name, text: s[name], values });

const work = {
  async list(query) {
    const [page, count] = [
      await ask('list', [query.get('stage'), query.get('park')]),
      await ask('count', [query.get('stage'), query.get('park')]),
    ];
    return { data: page.rows, total: count.rows[0].total };
  },
  async one(query) {
    const [lead, followUps] = [await ask('one', [query.get('id')]), await ask('followUps', [query.get('id')])];
    return { ...lead.rows[0], followUps: followUps.rows };
  },
  async search(query) {
    const q = query.get('q');
    const pairs = [q];
    const [page, count] = [await pool.query(s.search, [pairs, q]), await pool.query(s.searchCount, [pairs, q])];
    return { data: page.rows, total: count.rows[0].total };
  },
  async create(_query, body) {
    const client = await pool.connect();
    try {
      await client.query('START TRANSACTION');
      await ask('actor', [`user:${body.ownerId}`, randomUUID()], client);
      await ask('lock', [[`name:${body.enterpriseName}`]], client);
      await ask('references', [body.parkId, null], client);
      await ask('identity', [body.enterpriseName, null], client);
      const [firm, lead] = [randomUUID(), randomUUID()];
      await ask('insertFirm', [firm, body.enterpriseName, body.enterpriseName, 'x', 'x'], client);
      await ask(
        'insertLead',
        [
          lead,
          firm,
          body.enterpriseName,
          body.projectName,
          body.projectName,
          body.parkId,
          body.investmentWan,
          body.ownerId,
          body.nextStep,
          body.nextOn,
        ],
        client,
      );
      const made = await ask('one', [lead], client);
      await client.query('COMMIT');
      return made.rows[0];
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
  /** The product's own statement over the records themselves, sent without anything around it. */
  async summary(query) {
    // On one connection: how the statement is to be planned is said to the connection before it.
    const client = await pool.connect();
    try {
      const rows = { rows: async (text, values = []) => (await client.query(text, values)).rows };
      return { groups: await portfolioGroups(rows, liveMembers({}, 2025, query.get('asOf'), null, '80'), 'park') };
    } finally {
      client.release();
    }
  },
};

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://bare');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const answer = await work[url.pathname.slice(1)](
      url.searchParams,
      chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined,
    );
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  } catch (error) {
    process.stderr.write(`${url.pathname}: ${error}\n`);
    response.writeHead(500).end(String(error));
  }
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
