import { Inject, Injectable } from '@nestjs/common';
import type { ImportEntry, ImportKind } from '@crm/domain/imports';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { calendarBook } from './calendar-book.js';
import { contractBook } from './contract-book.js';
import { figuresBook } from './figures-book.js';
import type { LedgerBook } from './ledger-book.js';
import { LedgerSupplements } from '../../supplements/index.js';
import { SupplementRows } from './supplement-rows.js';
import { standardsBook } from './standards-book.js';

/** For each kind of import: how its rows relate to stored data, and how they are written and reverted. */
@Injectable()
export class LedgerBooks {
  private readonly books: { readonly [Kind in ImportKind]: unknown };

  constructor(@Inject(CLOCK) clock: Clock, supplements: LedgerSupplements) {
    const today = (): string => clock.today();
    this.books = {
      'contract-ledger': contractBook(today, new SupplementRows(supplements)),
      'annual-actuals': figuresBook(today),
      'provincial-standards': standardsBook,
      'working-days': calendarBook,
    };
  }

  for(kind: ImportKind): LedgerBook<ImportEntry> {
    return this.books[kind] as LedgerBook<ImportEntry>;
  }
}
