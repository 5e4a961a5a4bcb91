import type { Tx } from '@crm/platform/db';
import { enterActuals, enterSignedContracts } from '../../commitments/index.js';
import type { Actor } from '../../data-access/index.js';
import { seedEvaluation } from './evaluation.js';
import { demoFirms } from './firms.js';
import { furtherContracts } from './further-contracts.js';
import { seedLeads } from './leads.js';
import { furtherPromises } from './further-promises.js';
import { LEDGER_2021 } from './ledger-2021.js';
import { seedProgress } from './progress.js';
import { seedFirms, seedProjects } from './projects.js';
import { seedSecretaries } from './secretaries.js';
import type { Ids } from './spelling.js';
import { furtherEntry, ledgerEntry } from './ledger-entries.js';
import { furtherFigures, ledgerFigures } from './ledger-figures.js';

const FIRMS = 106;
const PERFORMANCE = 38;
const FRAMEWORKS = 5;

/**
 * Marked demo data at the zone's real size: 106 enterprises, 139 projects, 56 secretaries, the ledger of 2021 with its
 * figures, contracts of other years, and leads.
 */
export async function seedDemo(tx: Tx, manager: Actor, today: string): Promise<void> {
  const [{ loaded } = { loaded: false }] = await tx.rows<{ loaded: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM enterprise WHERE demo) AS loaded',
  );
  if (loaded) return;
  const ids = await namesToIds(tx);
  const firms = demoFirms(FIRMS - LEDGER_2021.length, new Set(LEDGER_2021.map(([name]) => name)));
  const further = furtherContracts(firms, PERFORMANCE, FRAMEWORKS);
  const besides = furtherPromises(further);
  await enterSignedContracts(
    tx,
    manager,
    null,
    [
      ...LEDGER_2021.map((row) => ledgerEntry(row, ids)),
      ...further.map((contract) => furtherEntry(contract, besides.get(contract) ?? [], ids, today)),
    ],
    today,
  );
  await recordedWhenSigned(tx);
  await seedFirms(tx, firms, ids);
  await seedProjects(tx);
  await enterActuals(
    tx,
    manager,
    null,
    [...(await ledgerFigures(tx)), ...(await furtherFigures(tx, further, besides))],
    today,
  );
  await seedProgress(tx, manager, today);
  await seedSecretaries(tx);
  await seedLeads(tx);
  await seedEvaluation(tx, manager.userId, today);
}

/** The officer recorded each contract on the morning after its signing, before receipts and extensions. */
const recordedWhenSigned = (tx: Tx) =>
  tx.run(
    `UPDATE contract
     SET
       created_by = coalesce((SELECT u.id FROM app_user u WHERE u.username = 'officer'), created_by),
       created_at = least(created_at, (signed_on + 1 + time '10:00') AT TIME ZONE 'Asia/Shanghai'),
       version = version + 1
     WHERE demo AND signed_on IS NOT NULL AND import_id IS NULL`,
  );

async function namesToIds(tx: Tx): Promise<Ids> {
  const load = async (table: 'park' | 'industry') =>
    new Map(
      (await tx.rows<{ id: string; name: string }>(`SELECT id, name FROM ${table}`)).map((row) => [row.name, row.id]),
    );
  return { park: await load('park'), industry: await load('industry') };
}
