import { createSecretKey } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import type { Config } from '@crm/platform/config';
import type { Database } from '@crm/platform/db';
import type { Logger } from '@crm/platform/log';
import { HealthService, ProcessModule } from '@crm/server/operations';
import { TrailModule } from '@crm/server/trail';
import { HealthController } from './operations/health.controller.js';
import { ActorGuard } from './http/actor.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { rooms } from './rooms.js';

/**
 * A key object, not text: with text the library first tries to parse a public key, which costs more than the check
 * itself.
 */
const signingKey = (config: Config): Buffer => createSecretKey(Buffer.from(config.jwtSecret)) as unknown as Buffer;

@Module({})
export class AppModule {
  static for(config: Config, log: Logger, database: Database): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ProcessModule.for(config, log, database),
        DiscoveryModule,
        TrailModule,
        JwtModule.register({ secret: signingKey(config), signOptions: { algorithm: 'HS256' } }),
        ...rooms.map((room) => room.module),
      ],
      controllers: [HealthController, ...rooms.flatMap((room) => room.controllers)],
      providers: [
        ...rooms.flatMap((room) => room.providers ?? []),
        HealthService,
        ActorGuard,
        { provide: APP_GUARD, useExisting: ActorGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
