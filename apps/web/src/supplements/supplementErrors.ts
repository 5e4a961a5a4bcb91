/**
 * Maps pointers of the request to fields of the drawer: `/land/add/0/area` is the first added parcel,
 * `/promises/1/total` the second changed commitment.
 */
export function formErrorsOf(body: Record<string, unknown>, errors: Record<string, unknown>): Record<string, unknown> {
  const { land, promises, clauses, ...rest } = errors;
  const [asked, at] = [
    body as {
      land?: { measure?: { parcelId: string }[] };
      promises?: { indicator: string }[];
      clauses?: { change?: { clauseId: string }[] };
    },
    land as { add?: Line; measure?: Line } | undefined,
  ];
  const added = entries(at?.add).map(([n, one]) => [n, { areaMu: typeof one === 'string' ? one : (one.area ?? one) }]);
  const plots = entries(at?.measure).map(([n, one]) => [
    asked.land?.measure?.[Number(n)]?.parcelId ?? '',
    { areaMu: typeof one === 'string' ? one : (one.area ?? one) },
  ]);
  const own = entries(promises as Line | undefined).map(([n, one]) => [
    asked.promises?.[Number(n)]?.indicator ?? '',
    typeof one === 'string' ? { perMuWan: one } : { ...one, ...('total' in one ? { totalWan: one.total } : {}) },
  ]);
  const worded = clauses as { add?: Line; change?: Line } | undefined;
  const changed = entries(worded?.change).map(([n, one]) => [
    asked.clauses?.change?.[Number(n)]?.clauseId ?? '',
    typeof one === 'string' ? { text: one } : one,
  ]);
  return {
    ...rest,
    ...(worded?.add ? { addedClauses: worded.add } : {}),
    ...(changed.length > 0 ? { clauses: Object.fromEntries(changed) } : {}),
    ...(added.length > 0 ? { added: Object.fromEntries(added) } : {}),
    ...(plots.length > 0 ? { plots: Object.fromEntries(plots) } : {}),
    ...(own.length > 0 ? { promises: Object.fromEntries(own) } : {}),
  };
}

type Line = Record<string, string | Record<string, unknown>>;
const entries = (lines: Line | undefined): [string, string | Record<string, unknown>][] => Object.entries(lines ?? {});
