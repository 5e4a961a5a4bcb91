import { Module } from '@nestjs/common';
import { ContactsService } from './contacts.service.js';
import { EnterprisesService } from './enterprises.service.js';

@Module({ providers: [EnterprisesService, ContactsService], exports: [EnterprisesService, ContactsService] })
export class EnterprisesModule {}
