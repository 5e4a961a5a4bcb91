import { Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { UsersService } from './users.service.js';

@Module({ providers: [AccessService, UsersService], exports: [AccessService, UsersService] })
export class AccessModule {}
