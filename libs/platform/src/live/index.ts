import pg from 'pg';
import type { Tx } from '../db/index.js';
import type { Logger } from '../log/index.js';

/** What a page wants to know at once. Ids and counts only: the page asks for the rest as itself. */
export interface LiveEvent {
  /** `reminders`, `imports`, `<resource>`. */
  readonly topic: string;
  /** Only these people; absent: everybody who may see the record will ask for it themselves. */
  readonly users?: readonly string[];
  readonly id?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const CHANNEL = 'live';

/** Told when the transaction commits, or not at all. Keep it small: PostgreSQL carries at most 8,000 bytes. */
export const publish = async (tx: Tx, event: LiveEvent): Promise<void> => {
  await tx.run('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
};

/** Hears every process's live events over one connection of its own, and connects again when that is lost. */
export class LiveListener {
  private client: pg.Client | undefined;
  private closed = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<(event: LiveEvent) => void>();

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly channel: string = CHANNEL,
  ) {}

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Never rejects: where the database is away it is tried again every second. */
  async start(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: `crm-${this.channel}`,
      keepAlive: true,
      connectionTimeoutMillis: 4_000,
    });
    this.client = client;
    client.on('error', (error) => this.log.warn({ err: error }, 'live connection trouble'));
    client.on('end', () => this.again(client));
    client.on('notification', ({ payload }) => this.tell(eventIn(payload) ?? { topic: this.channel }));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
    } catch (error) {
      this.log.warn({ err: error }, 'live connection refused');
      client.end().catch(() => undefined);
      this.again(client);
    }
  }

  async stop(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private tell(event: LiveEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** What was said meanwhile is lost: after the reconnection everybody is told to ask again. */
  private again(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    this.timer = setTimeout(() => void this.start().then(() => this.client && this.tell({ topic: 'resync' })), 1_000);
    this.timer.unref();
  }
}

function eventIn(payload: string | undefined): LiveEvent | undefined {
  try {
    return payload ? (JSON.parse(payload) as LiveEvent) : undefined;
  } catch {
    return undefined;
  }
}
