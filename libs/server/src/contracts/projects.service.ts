import { Inject, Injectable } from '@nestjs/common';
import type { InvestmentProject, investmentProjects } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type Tx } from '@crm/platform/db';
import { changeRecord, containing, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { visibleContracts } from './contracts.store.js';
import { assertKnown } from './draft-contract.js';

interface ProjectRow {
  id: string;
  name: string;
  enterprise_id: string;
  enterprise_name: string;
  park_id: string | null;
  park_name: string | null;
  industry_id: string | null;
  industry_name: string | null;
  contracts: number;
  import_id: string | null;
  demo: boolean;
  version: number;
}
const COLUMNS = `
  t.id, t.name, t.enterprise_id, e.name AS enterprise_name, t.park_id, p.name AS park_name, t.industry_id,
  i.name AS industry_name,
  (
    SELECT count(*)::int FROM contract c WHERE c.project_id = t.id AND c.status <> 'void' AND c.parent_id IS NULL
  ) AS contracts,
  t.import_id, t.demo, t.version
`;
const FROM = `investment_project t
   JOIN enterprise e ON e.id = t.enterprise_id
   LEFT JOIN park p ON p.id = t.park_id
   LEFT JOIN industry i ON i.id = t.industry_id`;

/** 项目: what is built. An enterprise may have several projects, a project several contracts. */
@Injectable()
export class ProjectsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof investmentProjects.list>['query']) {
    return this.database.read(async (rows) => {
      const { q, enterpriseId, parkId, industryId } = query.filter;
      const where = visibleContracts(actor, this.clock.today())
        .given(enterpriseId, 't.enterprise_id = ?')
        .given(parkId, 't.park_id = ?')
        .given(industryId, 't.industry_id = ?')
        .given(q, '(t.name ILIKE ? OR e.name ILIKE ?)', containing(q ?? ''), containing(q ?? ''));
      const page = await listRows<ProjectRow, (typeof query)['sort']>(
        rows,
        {
          select: COLUMNS,
          from: FROM,
          where,
          sorts: { name: 't.name', enterpriseName: 'e.name', updatedAt: 't.updated_at' },
        },
        query,
      );
      return { ...page, data: page.data.map(view) };
    });
  }

  one(actor: Actor, id: string): Promise<InvestmentProject> {
    return this.database.read((rows) => this.byId(rows, actor, id));
  }

  create(actor: Actor, input: InputOf<typeof investmentProjects.create>['body']): Promise<InvestmentProject> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await assertKnown(tx, input);
      const id = newId();
      await this.refuseSecond(tx, input.enterpriseId, input.name, id);
      await tx.run(
        `INSERT INTO investment_project (id, enterprise_id, park_id, industry_id, name, match_name)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          id,
          input.enterpriseId,
          input.parkId ?? null,
          input.industryId ?? null,
          input.name,
          matchingProjectName(input.name),
        ],
      );
      return this.byId(tx, actor, id);
    });
  }

  update(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof investmentProjects.update>['body'],
  ): Promise<InvestmentProject> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = await this.byId(tx, actor, id);
      await assertKnown(tx, input);
      const changes: Record<string, unknown> = {};
      if (input.name !== undefined) {
        await this.refuseSecond(tx, before.enterpriseId, input.name, id);
        Object.assign(changes, { name: input.name, match_name: matchingProjectName(input.name) });
      }
      if (input.parkId !== undefined) changes.park_id = input.parkId;
      if (input.industryId !== undefined) changes.industry_id = input.industryId;
      await changeRecord<ProjectRow>(tx, 'investment_project', id, version, changes, (row) => ({
        ...before,
        name: row.name,
        parkId: row.park_id,
        industryId: row.industry_id,
        version: row.version,
      }));
      return this.byId(tx, actor, id);
    });
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<InvestmentProject> {
    const where = visibleContracts(actor, this.clock.today()).and('t.id = ?', id);
    return view(known(await rows.one<ProjectRow>(`SELECT ${COLUMNS} FROM ${FROM} ${where.sql}`, where.values)));
  }

  private async refuseSecond(tx: Tx, enterpriseId: string, name: string, id: string): Promise<void> {
    const other = await tx.one<{ id: string }>(
      'SELECT id FROM investment_project WHERE enterprise_id = $1 AND match_name = $2 AND id <> $3',
      [enterpriseId, matchingProjectName(name), id],
    );
    if (other) throw Refusal.conflict('project.duplicate', { projectId: other.id });
  }
}

const view = (row: ProjectRow): InvestmentProject => ({
  id: row.id,
  name: row.name,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  parkId: row.park_id,
  parkName: row.park_name,
  industryId: row.industry_id,
  industryName: row.industry_name,
  contracts: row.contracts,
  importId: row.import_id,
  demo: row.demo,
  version: row.version,
});
