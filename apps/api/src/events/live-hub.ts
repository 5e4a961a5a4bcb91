import type { OutgoingHttpHeader, ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LiveMessage } from '@crm/api-contract/events';
import { reachOf, type Permission, type Subject } from '@crm/api-contract/permissions';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, type Database } from '@crm/platform/db';
import { LiveListener, type LiveEvent } from '@crm/platform/live';
import { LOGGER, type Logger } from '@crm/platform/log';
import { AccessService } from '@crm/server/access';
import { readersOf, type Actor, type TiedTable } from '@crm/server/data-access';

const HEARTBEAT_MS = 15_000;
/** How often the hub checks that published events arrive. */
const HEARING_CHECK_MS = 15_000;
/** When a session ends or an account is disabled, its streams end within this time. */
const SESSION_CHECK_MS = 800;
/** A client that does not read is disconnected before its backlog fills the memory. */
const BACKLOG_BYTES = 256 * 1024;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who may read the records of a topic. For a topic that is not listed, only people who read the whole zone get the id.
 * Others only learn that something has changed.
 */
const READING: Readonly<Record<string, { readonly may: readonly ['read', Subject]; readonly table?: TiedTable }>> = {
  contracts: { may: ['read', 'Contract'], table: 'contract' },
  leads: { may: ['read', 'Lead'], table: 'lead' },
  enterprises: { may: ['read', 'Enterprise'], table: 'enterprise' },
  approvals: { may: ['read', 'Approval'] },
};

interface Stream {
  readonly actor: Actor;
  readonly out: ServerResponse;
}

/** All open event streams of this process, fed by one database connection. */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private readonly listener: LiveListener;
  private asked: Promise<void> = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];
  /** false: pages would not learn of changes, so this process is not ready. */
  hears = false;

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly access: AccessService,
  ) {
    this.listener = new LiveListener(config.databaseDirectUrl ?? config.databaseUrl, log);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.listener.subscribe((event) => this.tell(event));
    await this.listener.start();
    await this.checkHearing();
    this.timers = [
      setInterval(() => void this.checkHearing(), HEARING_CHECK_MS),
      setInterval(() => this.breathe(), HEARTBEAT_MS),
      setInterval(() => void this.checkSessions(), SESSION_CHECK_MS),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const stream of this.streams) this.end(stream);
    await this.listener.stop();
  }

  /** `headers`: the headers that the framework sends with every response. */
  open(actor: Actor, out: ServerResponse, headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>): void {
    const stream: Stream = { actor, out };
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    out.writeHead(200, {
      ...given,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      Connection: 'keep-alive',
      'X-Accel-Buffering': 'no',
    });
    out.on('error', () => this.end(stream));
    out.on('close', () => this.streams.delete(stream));
    this.streams.add(stream);
    // The client loads again whatever changed before this stream was open.
    this.write(stream, 'retry: 3000\n' + block({ topic: 'resync' }));
  }

  private tell({ users, ...message }: LiveEvent): void {
    if (users || message.id === undefined) {
      for (const stream of this.streams)
        if (!users || users.includes(stream.actor.userId)) this.write(stream, block(message));
      return;
    }
    const { id } = message;
    this.asked = this.asked
      .then(() => this.tellReaders(message, id))
      .catch((error: unknown) => this.log.warn({ err: error }, 'the readers of a live event could not be found'));
  }

  /**
   * Only people who may read the record get its id. Pages of other people show nothing of it, so they need not reload.
   */
  private async tellReaders(message: Omit<LiveEvent, 'users'>, id: string): Promise<void> {
    const asked = READING[message.topic];
    const zone = (actor: Actor) => asked !== undefined && reachOf(actor.role, ...asked.may) === 'zone';
    const others = new Map(
      [...this.streams].filter(({ actor }) => !zone(actor)).map(({ actor }) => [actor.userId, actor]),
    );
    const readers =
      asked?.table && UUID.test(id)
        ? await this.database.read((rows) =>
            readersOf(
              rows,
              [...others.values()],
              asked.may as Permission,
              asked.table as TiedTable,
              id,
              this.clock.today(),
            ),
          )
        : new Set<string>();
    const { id: _id, ...withoutId } = message;
    for (const stream of this.streams)
      if (zone(stream.actor) || readers.has(stream.actor.userId)) this.write(stream, block(message));
      else if (!asked?.table) this.write(stream, block(withoutId));
  }

  private breathe(): void {
    for (const stream of this.streams) this.write(stream, ': \n\n');
  }

  private async checkHearing(): Promise<void> {
    const hears = await this.listener.hears(this.database);
    if (this.hears && !hears) this.log.error('published events do not arrive: check DATABASE_DIRECT_URL');
    this.hears = hears;
  }

  private async checkSessions(): Promise<void> {
    if (this.streams.size === 0) return;
    try {
      const holding = await this.access.sessionsHolding([
        ...new Set([...this.streams].map((stream) => stream.actor.sessionId)),
      ]);
      for (const stream of this.streams) if (!holding.has(stream.actor.sessionId)) this.end(stream);
    } catch (error) {
      this.log.warn({ err: error }, 'the sessions of live streams could not be checked');
    }
  }

  private write(stream: Stream, text: string): void {
    if (stream.out.writableLength > BACKLOG_BYTES) this.end(stream);
    else if (!stream.out.writableEnded) stream.out.write(text);
  }

  private end(stream: Stream): void {
    this.streams.delete(stream);
    stream.out.end();
    // A client that has stopped reading would keep the connection open for ever.
    setTimeout(() => stream.out.destroy(), 2_000).unref();
  }
}

const block = (message: LiveMessage | Omit<LiveEvent, 'users'>): string =>
  `event: ${message.topic}\ndata: ${JSON.stringify(message)}\n\n`;
