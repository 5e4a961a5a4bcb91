import { Module } from '@nestjs/common';
import { TrailModule } from '../trail/index.js';
import { AccessService } from './access.service.js';
import { ApiKeysService } from './api-keys.service.js';
import { DepartmentsService } from './departments.service.js';
import { EndedSessionsService } from './ended-sessions.service.js';
import { OwnPasswordService } from './own-password.service.js';
import { PeopleService } from './people.service.js';
import { RateLimitsService } from './rate-limits.service.js';
import { SessionsService } from './sessions.service.js';
import { UsersService } from './users.service.js';

const SERVICES = [
  AccessService,
  ApiKeysService,
  DepartmentsService,
  EndedSessionsService,
  OwnPasswordService,
  PeopleService,
  RateLimitsService,
  SessionsService,
  UsersService,
];

@Module({
  imports: [TrailModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class AccessModule {}
