import { Inject, Injectable } from '@nestjs/common';
import type { InvestmentProject, investmentProjects } from '@crm/api-contract/contracts';
import type { InputOf } from '@crm/api-contract/wire';
import { matchingProjectName } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { foldedText } from '@crm/domain/texts';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type ShownOf, type Tx } from '@crm/platform/db';
import { enterpriseInRow, inRow } from '../enterprises/index.js';
import {
  Where,
  anyContains,
  assertReach,
  known,
  listRows,
  reaching,
  refOf,
  shaped,
  writeRecord,
  type Actor,
  type Condition,
} from '../data-access/index.js';
import { investmentProjectTable } from './contract.entity.js';
import { assertKnown } from './draft-contract.js';

interface ProjectRow extends ShownOf<typeof investmentProjectTable> {
  readonly enterpriseName: string;
  readonly parkName: string | null;
  readonly industryName: string | null;
  readonly contracts: number;
}
const COLUMNS = `
  ${investmentProjectTable.columns('t')}, e.name AS "enterpriseName", p.name AS "parkName", i.name AS "industryName",
  (
    SELECT count(*)::int FROM contract c WHERE c.project_id = t.id AND c.status <> 'void' AND c.parent_id IS NULL
  ) AS contracts
`;
const FOUND = 'investment_project t JOIN enterprise e ON e.id = t.enterprise_id';
const NAMES = 'LEFT JOIN park p ON p.id = t.park_id LEFT JOIN industry i ON i.id = t.industry_id';
const FROM = `${FOUND} ${NAMES}`;

/** Every project has its enterprise joined, so the texts of both are at hand. */
function matching(q: string): Condition {
  const [firm, ...ofFirm] = enterpriseInRow('e', q);
  const [project, ...ofProject] = foldedText(q) === '' ? anyContains(['t.name'], q) : inRow('t.match_name', q);
  return [`${firm} OR ${project}`, ...ofFirm, ...ofProject];
}

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
      const where = this.visible(actor)
        .given(enterpriseId, 't.enterprise_id = ?')
        .given(parkId, 't.park_id = ?')
        .given(industryId, 't.industry_id = ?');
      if (q) where.and(...matching(q));
      const page = await listRows<ProjectRow, (typeof query)['sort']>(
        rows,
        {
          select: COLUMNS,
          from: FOUND,
          joins: NAMES,
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
      await investmentProjectTable.insert(tx, {
        ...investmentProjectTable.givenIn(input),
        id,
        enterpriseId: input.enterpriseId,
        matchName: matchingProjectName(input.name),
      });
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
      await assertReach(tx, actor, ['update', 'InvestmentProject'], 'investment_project', id, this.clock.today());
      await assertKnown(tx, input, { before });
      if (input.name !== undefined) await this.refuseSecond(tx, before.enterpriseId, input.name, id);
      const matchName = input.name === undefined ? undefined : matchingProjectName(input.name);
      const changes = { ...investmentProjectTable.changesIn(input), ...(matchName === undefined ? {} : { matchName }) };
      await writeRecord(tx, investmentProjectTable, id, version, changes, (row) => ({ ...before, ...row }));
      return this.byId(tx, actor, id);
    });
  }

  private visible(actor: Actor): Where {
    return new Where().and(
      ...reaching(actor, ['read', 'InvestmentProject'], ['investment_project', 't'], this.clock.today()),
    );
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<InvestmentProject> {
    const where = this.visible(actor).and('t.id = ?', id);
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

const view = (row: ProjectRow): InvestmentProject => shaped<InvestmentProject>()(row);
