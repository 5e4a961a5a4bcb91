import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/index.js';
import { AccessService } from './access.service.js';
import { ApiKeysService } from './api-keys.service.js';
import { EndedSessionsService } from './ended-sessions.service.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SessionsService } from './sessions.service.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [TrailModule],
  providers: [AccessService, ApiKeysService, EndedSessionsService, RateLimitsService, SessionsService, UsersService],
  exports: [AccessService, ApiKeysService, EndedSessionsService, RateLimitsService, SessionsService, UsersService],
})
export class AccessModule {}
