import { FixedClock } from '@crm/platform/clock';
import type { Database } from '@crm/platform/db';
import { ApprovalsService } from '../../approvals/index.js';
import { ContractPromises } from '../../commitments/index.js';
import { ContractsService } from '../../contracts/index.js';
import { LedgerSupplements, SupplementsService } from '../../supplements/index.js';
import { LedgerBooks } from './ledger-books.js';

/** The books of every kind on a given day, for specs that need no container. */
export function booksOn(database: Database, instant = '2026-11-20T02:00:00Z'): LedgerBooks {
  const clock = new FixedClock(instant);
  const promises = new ContractPromises(clock);
  const contracts = new ContractsService(database, clock, promises);
  return new LedgerBooks(
    clock,
    new LedgerSupplements(
      new SupplementsService(database, clock, promises, contracts, new ApprovalsService(database, clock)),
      promises,
    ),
  );
}
