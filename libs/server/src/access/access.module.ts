import { Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ApiKeysService } from './api-keys.service.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SessionsService } from './sessions.service.js';
import { UsersService } from './users.service.js';

@Module({
  providers: [AccessService, ApiKeysService, RateLimitsService, SessionsService, UsersService],
  exports: [AccessService, ApiKeysService, RateLimitsService, SessionsService, UsersService],
})
export class AccessModule {}
