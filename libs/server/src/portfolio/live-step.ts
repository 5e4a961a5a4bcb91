/** The parameters of the steps. `$1`: the day, `$2`: the year, `$3`: the tolerance, `$4`: the instant. */
export interface LiveQuestion {
  /** null: for each contract its last assessed year. */
  readonly year: number | null;
  /** The instant for “as known then”, as SQL; null: known now. */
  readonly known: string | null;
}

/** One named step of the statement. */
export interface Step {
  readonly name: string;
  readonly sql: string;
  /** Computed once and materialised; otherwise PostgreSQL could merge it into a later step. */
  readonly kept?: boolean;
}
