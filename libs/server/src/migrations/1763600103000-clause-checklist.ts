import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, recordColumns } from './audited.js';

/** Key, name, required: in the order in which a contract is read. */
const ITEMS = [
  ['parties', '主体与授权', 'Parties and authority', true],
  ['land', '用地与容积率', 'Land and plot ratio', true],
  ['promises', '亩均承诺（投资、产值、税收）', 'Promises per mu (investment, output, tax)', true],
  ['consequences', '违约责任', 'Consequences of a breach', true],
  ['term', '期限与退出', 'Term and exit', true],
  ['fair-competition', '公平竞争审查', 'Fair-competition review', true],
  ['legality', '合法性审查', 'Legality review', true],
  ['confidentiality', '保密', 'Confidentiality', false],
] as const;

export class ClauseChecklist1763600103000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clause_checklist_item (
        id uuid PRIMARY KEY, key text NOT NULL CONSTRAINT clause_checklist_item_key UNIQUE, name text NOT NULL, name_en text NOT NULL, required boolean NOT NULL, position int NOT NULL, active boolean NOT NULL DEFAULT true, ${recordColumns});

      -- Taken back, a check stays known until then. It goes with a contract whose import is reverted.
      CREATE TABLE contract_check (
        id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
        item_id uuid NOT NULL REFERENCES clause_checklist_item (id),
        checked_by uuid NOT NULL REFERENCES app_user (id),
        checked_at timestamptz NOT NULL DEFAULT now(), note text NOT NULL DEFAULT '', known_to timestamptz, CHECK (known_to IS NULL OR known_to >= checked_at));
      CREATE UNIQUE INDEX contract_check_in_force ON contract_check (contract_id, item_id) WHERE known_to IS NULL;
      CREATE INDEX contract_check_contract ON contract_check (contract_id);
      CREATE INDEX contract_check_item ON contract_check (item_id);
      CREATE INDEX contract_check_checked_by ON contract_check (checked_by);
    `);
    for (const [i, [key, name, nameEn, required]] of ITEMS.entries()) {
      await runner.query(
        `INSERT INTO clause_checklist_item (id, key, name, name_en, required, position)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [`01938000-0000-7000-8000-00000010300${i + 1}`, key, name, nameEn, required, (i + 1) * 10],
      );
    }
    await audited(runner, 'clause_checklist_item');
    await audited(runner, 'contract_check', { versioned: false });
  }

  async down(): Promise<void> {
    throw new Error('a floor that is lived on is not taken down');
  }
}
