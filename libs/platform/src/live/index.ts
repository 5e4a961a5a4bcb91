import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database, Tx } from '../db/index.js';
import type { Logger } from '../log/index.js';

/**
 * A change that open pages should know at once. Ids and counts only; a page loads the rest with its own permissions.
 */
export interface LiveEvent {
  /** `reminders`, `imports`, `<resource>`. */
  readonly topic: string;
  /** Only for these users. Without it: for everybody, since each page loads only what it may see. */
  readonly users?: readonly string[];
  readonly id?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

const CHANNEL = 'live';
/** Only proves that a listener hears; no page is told. */
const ECHO = 'echo';
const ECHO_WITHIN_MS = 5_000;

/** Sent when the transaction commits, or not at all. Keep it small: PostgreSQL carries at most 8,000 bytes. */
export const publish = async (tx: Tx, event: LiveEvent): Promise<void> => {
  await tx.run('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
};

/** Receives the live events of all processes over one connection, and reconnects when it is lost. */
export class LiveListener {
  private client: pg.Client | undefined;
  private closed = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners = new Set<(event: LiveEvent) => void>();
  private readonly echoes = new Map<string, () => void>();

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly channel: string = CHANNEL,
  ) {}

  subscribe(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Sends a word through the pool and waits for it here. false: what others publish does not arrive, for example
   * because DATABASE_URL is a pooler in transaction mode and DATABASE_DIRECT_URL is missing, or names another database.
   */
  async hears(database: Database): Promise<boolean> {
    const word = randomUUID();
    const heard = new Promise<boolean>((resolve) => {
      const over = setTimeout(() => answer(false), ECHO_WITHIN_MS);
      const answer = (heard: boolean) => {
        clearTimeout(over);
        this.echoes.delete(word);
        resolve(heard);
      };
      this.echoes.set(word, () => answer(true));
    });
    const echo: LiveEvent = { topic: ECHO, id: word };
    await database
      .read((rows) => rows.rows('SELECT pg_notify($1, $2)', [this.channel, JSON.stringify(echo)]))
      .catch((error: unknown) => this.log.warn({ err: error }, 'the live connection could not be tried'));
    return heard;
  }

  /** Never rejects: if the database is unreachable, it tries again every second. */
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
    if (event.topic === ECHO) return this.echoes.get(event.id ?? '')?.();
    for (const listener of this.listeners) listener(event);
  }

  /** Events during the interruption are lost, so after a reconnection all pages load again. */
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
