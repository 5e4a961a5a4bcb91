/** What the steps of the statement are told. `$1`: the day, `$2`: the year, `$3`: the tolerance, `$4`: the instant. */
export interface LiveQuestion {
  /** null: of each contract its last judged year. */
  readonly year: number | null;
  /** The instant by which something was known, as SQL; null: known now. */
  readonly known: string | null;
}

/** One named step of the statement. */
export interface Step {
  readonly name: string;
  readonly sql: string;
  /** Computed once and kept, although a later step could fold it in. */
  readonly kept?: boolean;
}
