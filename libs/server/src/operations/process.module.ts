import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CLOCK, SystemClock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, type Database } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';

/** Shared by every room: configuration, log, clock, database. One per process. */
@Global()
@Module({})
export class ProcessModule {
  static for(config: Config, log: Logger, database: Database): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: CLOCK, useValue: new SystemClock(config.zone) },
      { provide: DATABASE, useValue: database },
    ];
    return { module: ProcessModule, providers, exports: providers.map((provider) => provider.provide) };
  }
}
