/** One delivered message: its unique key and its recipient. */
export interface Told {
  readonly key: string;
  readonly recipient: string;
}

/** A row of the reminder table once all work has ended. */
export interface LedgerLine extends Told {
  readonly status: string;
}

export interface Judgement {
  readonly neverPlanned: readonly string[];
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly ghosts: readonly string[];
  readonly toldAfterCancel: readonly string[];
  readonly wrongRecipient: readonly string[];
  readonly unfinished: readonly string[];
  readonly uncertain: readonly string[];
}

/**
 * Compares three independent sets by key once all work has ended: what was expected, what the reminder table says, and
 * what was received. A reminder marked as uncertain is neither lost nor sent twice: a person decides.
 */
export function judge(expected: readonly Told[], ledger: readonly LedgerLine[], receipts: readonly Told[]): Judgement {
  const lines = new Map(ledger.map((line) => [line.key, line]));
  const times = new Map<string, number>();
  for (const { key } of receipts) times.set(key, (times.get(key) ?? 0) + 1);
  const wanted = new Map(expected.map((one) => [one.key, one.recipient]));
  const status = (key: string) => lines.get(key)?.status;
  return {
    neverPlanned: expected.map((one) => one.key).filter((key) => !lines.has(key)),
    lost: expected
      .map((one) => one.key)
      .filter((key) => status(key) !== 'uncertain' && status(key) !== 'cancelled' && !times.has(key)),
    twice: [...times].filter(([, n]) => n > 1).map(([key]) => key),
    ghosts: [...times.keys()].filter((key) => !wanted.has(key)),
    toldAfterCancel: [...times.keys()].filter((key) => status(key) === 'cancelled'),
    wrongRecipient: receipts
      .filter(({ key, recipient }) => wanted.has(key) && wanted.get(key) !== recipient)
      .map((one) => one.key),
    unfinished: ledger.filter((line) => line.status === 'pending' || line.status === 'sending').map((line) => line.key),
    uncertain: ledger.filter((line) => line.status === 'uncertain').map((line) => line.key),
  };
}

/** Only the faults; `uncertain` is not one. */
export const faultsOf = ({ uncertain: _uncertain, ...faults }: Judgement): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(faults).filter(([, keys]) => keys.length > 0));
