import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/permissions';
import type { SearchHit } from '@crm/api-contract/search';
import { matchingProjectName } from '@crm/domain/enterprises';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { enterpriseMatching, visibleEnterprises } from '../enterprises/index.js';
import { leadMatching, visibleLeads } from '../leads/index.js';
import { Where, reaching, startingWith, textContaining, type Actor } from '../data-access/index.js';

const SHOWN = 8;
/**
 * The most rows considered for the best matches: a pair like 科技 is in a third of all names, and reading all would take
 * seconds with a million rows.
 */
const CONSIDERED = 400;

const NOTHING = { enterprises: [], leads: [], contracts: [] };

interface Answer {
  readonly searchedFor: string;
  readonly enterprises: SearchHit[];
  readonly leads: SearchHit[];
  readonly contracts: SearchHit[];
}

/**
 * One search over three rooms, each within what the actor may see. Not prepared, since the plan depends on how common
 * the pair is.
 */
@Injectable()
export class SearchService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  all(actor: Actor, q: string): Promise<Answer> {
    // Punctuation alone is in every name.
    if (matchingProjectName(q) === '') return Promise.resolve({ searchedFor: q, ...NOTHING });
    return this.database.read(async (rows) => ({
      searchedFor: q,
      enterprises: can(actor, 'read', 'Enterprise') ? await this.enterprises(rows, actor, q) : [],
      leads: can(actor, 'read', 'Lead') ? await this.leads(rows, actor, q) : [],
      contracts: can(actor, 'read', 'Contract') ? await this.contracts(rows, actor, q) : [],
    }));
  }

  /** Shorter names first: they contain the least besides the typed text. */
  private enterprises(rows: Rows, actor: Actor, q: string): Promise<SearchHit[]> {
    const where = new Where()
      .and(...visibleEnterprises(actor, 't', this.clock.today()))
      .and(...enterpriseMatching('t', q));
    return rows.rows<{ id: string; title: string; caption: string }>(
      `SELECT c.id, c.name AS title, concat_ws(' · ', p.short_name, c.credit_code) AS caption
       FROM (SELECT t.id, t.name, t.park_id, t.credit_code FROM enterprise t ${where.sql} LIMIT ${CONSIDERED}) c
       LEFT JOIN park p ON p.id = c.park_id
       ORDER BY char_length(c.name), c.name, c.id
       LIMIT ${SHOWN}`,
      where.values,
    );
  }

  private leads(rows: Rows, actor: Actor, q: string): Promise<SearchHit[]> {
    const where = new Where().and(...visibleLeads(actor)).and(...leadMatching(q));
    return rows.rows<{ id: string; title: string; caption: string }>(
      `SELECT c.id, c.project_name AS title, concat_ws(' · ', e.name, p.short_name) AS caption
       FROM
         (
           SELECT t.id, t.project_name, t.enterprise_id, t.park_id, t.updated_at
           FROM lead t ${where.sql}
           LIMIT ${CONSIDERED}
         ) c
       JOIN enterprise e ON e.id = c.enterprise_id
       JOIN park p ON p.id = c.park_id
       ORDER BY c.updated_at DESC, c.id
       LIMIT ${SHOWN}`,
      where.values,
    );
  }

  /** By the beginning of the number, part of the project's name, or the enterprise. */
  private contracts(rows: Rows, actor: Actor, q: string): Promise<SearchHit[]> {
    const [firm, ...firmValues] = enterpriseMatching('qe', q);
    const [project, ...projectValues] = textContaining('qp.match_name', q);
    const seen = reaching(actor, ['read', 'Contract'], ['contract', 't'], this.clock.today());
    const where = new Where().and(...seen).and(
      `t.id IN (
         SELECT k.id
         FROM contract k
         WHERE folded(k.number) LIKE ?
         UNION
         SELECT k.id
         FROM contract k
         JOIN investment_project qp ON qp.id = k.project_id
         WHERE ${project}
         UNION
         SELECT k.id
         FROM contract k
         JOIN enterprise qe ON qe.id = k.enterprise_id
         WHERE ${firm}
       )`,
      startingWith(matchingProjectName(q)),
      ...projectValues,
      ...firmValues,
    );
    return rows.rows<{ id: string; title: string; caption: string }>(
      `SELECT c.id, c.number AS title, concat_ws(' · ', e.name, j.name, c.signed_on) AS caption
       FROM
         (
           SELECT t.id, t.number, t.enterprise_id, t.project_id, t.signed_on
           FROM contract t ${where.sql}
           LIMIT ${CONSIDERED}
         ) c
       JOIN enterprise e ON e.id = c.enterprise_id
       JOIN investment_project j ON j.id = c.project_id
       ORDER BY c.signed_on DESC NULLS LAST, c.number, c.id
       LIMIT ${SHOWN}`,
      where.values,
    );
  }
}
