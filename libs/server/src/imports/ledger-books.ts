import { Inject, Injectable } from '@nestjs/common';
import type { ContractEntry, FiguresEntry, ImportKind } from '@crm/domain/imports';
import { CLOCK, type Clock } from '@crm/platform/clock';
import type { Tx } from '@crm/platform/db';
import { revertImport } from '../commitments/index.js';
import { contractBook } from './contract-book.js';
import { figuresBook } from './figures-book.js';
import type { LedgerBook } from './ledger-book.js';

/** For each kind of import, how its rows stand to what is kept and how they are entered. */
@Injectable()
export class LedgerBooks {
  private readonly books: { readonly [Kind in ImportKind]: unknown };

  constructor(@Inject(CLOCK) private readonly clock: Clock) {
    const today = (): string => clock.today();
    this.books = { 'contract-ledger': contractBook(today), 'annual-actuals': figuresBook(today) };
  }

  for(kind: ImportKind): LedgerBook<ContractEntry | FiguresEntry> {
    return this.books[kind] as LedgerBook<ContractEntry | FiguresEntry>;
  }

  /** Refuses `import.in-use` where somebody has worked on what the import brought. */
  async revert(tx: Tx, importId: string): Promise<void> {
    await revertImport(tx, importId, this.clock.today());
  }
}
