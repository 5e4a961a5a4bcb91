import type { DynamicModule, Type } from '@nestjs/common';
import type { JobDeclaration, JobHandler, RelaySource } from '@crm/platform/queue';
import { UpkeepModule, upkeepJobs } from '@crm/server/upkeep';
import { SweepHandler } from './upkeep/sweep.handler.js';

export interface Room {
  readonly module: Type | DynamicModule;
  readonly jobs: readonly JobDeclaration[];
  /** Exactly one per job; the boot proves it. */
  readonly handlers: readonly Type<JobHandler>[];
  /** Where work of this room waits besides the requested jobs. */
  readonly relays?: readonly Type<RelaySource>[];
}

/** The rooms with work behind this door, one line each. */
export const rooms: readonly Room[] = [
  { module: UpkeepModule, jobs: upkeepJobs, handlers: [SweepHandler] },
];
