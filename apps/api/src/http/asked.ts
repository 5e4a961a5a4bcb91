type Facts = Readonly<Record<string, unknown>>;

/** How the answer is laid out, not what is in it. */
const LAYOUT = ['sort', 'order', 'perPage', 'count', 'filter'];
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NUMBER = /\d{7,}/g;

/** A telephone number that somebody searched for is not kept whole. */
const covered = (_name: string, value: unknown): unknown =>
  typeof value === 'string' && !ID.test(value)
    ? value.replace(NUMBER, (digits) => `${digits.slice(0, 3)}****${digits.slice(-2)}`)
    : value;

interface Asked {
  /** Filter and page, for the audit trail; nothing if none was given. */
  readonly asked: Facts;
  /** The one record whose parts were listed. */
  readonly about: { readonly subject: string; readonly subjectId: string } | undefined;
}

/** What a list was asked for. */
export function askedOf(query: unknown): Asked {
  const given = (query ?? {}) as Facts;
  const filter = read(given.filter);
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !LAYOUT.includes(name)));
  const asked = { ...rest, ...(Object.keys(filter).length > 0 ? { filter } : {}) };
  return {
    asked: Object.keys(asked).length > 0 ? { asked: JSON.parse(JSON.stringify(asked, covered)) as Facts } : {},
    about: aboutOne({ ...given, ...filter }),
  };
}

function aboutOne({ contractId, subjectType, subjectId }: Facts): Asked['about'] {
  if (typeof contractId === 'string') return { subject: 'contract', subjectId: contractId };
  if (typeof subjectType !== 'string' || typeof subjectId !== 'string') return undefined;
  return { subject: subjectType.replaceAll('-', '_'), subjectId };
}

function read(filter: unknown): Facts {
  try {
    return typeof filter === 'string' ? (JSON.parse(filter) as Facts) : ((filter ?? {}) as Facts);
  } catch {
    return {};
  }
}

/** How many rows the answer shows, and of how many. */
export function shownIn(answer: unknown): Facts {
  const { data, rows, total } = (answer ?? {}) as { data?: unknown; rows?: unknown; total?: unknown };
  const shown = Array.isArray(data) ? data.length : Array.isArray(rows) ? rows.length : undefined;
  return { ...(shown === undefined ? {} : { shown }), ...(typeof total === 'number' ? { total } : {}) };
}
