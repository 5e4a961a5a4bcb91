import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '@crm/platform/config';
import type { Database } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { ProcessModule } from '@crm/server/operations';
import { rooms } from './rooms.js';

@Module({})
export class WorkerModule {
  static for(config: Config, log: Logger, database: Database): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ProcessModule.for(config, log, database), ...rooms.map((room) => room.module)],
    };
  }
}
