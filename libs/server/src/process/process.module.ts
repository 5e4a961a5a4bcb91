import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CLOCK, SystemClock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, assertFitDatabase, createDataSource } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { migrations } from '../migrations/index.js';

/** What every room may ask for: configuration, log, clock, database. One per process. */
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

/** Opens the database of a process, or refuses to start on one that is unfit. */
export async function openDatabase(config: Config, log: Logger, applicationName: string): Promise<Database> {
  const dataSource = createDataSource({
    url: config.databaseUrl,
    pool: config.databasePool,
    migrations,
    applicationName,
    log,
  });
  await dataSource.initialize();
  await assertFitDatabase(dataSource);
  return new Database(dataSource);
}
