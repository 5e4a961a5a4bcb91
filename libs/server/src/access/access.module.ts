import { Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ApiKeysService } from './api-keys.service.js';
import { UsersService } from './users.service.js';

@Module({
  providers: [AccessService, ApiKeysService, UsersService],
  exports: [AccessService, ApiKeysService, UsersService],
})
export class AccessModule {}
