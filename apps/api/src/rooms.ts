import type { DynamicModule, Type } from '@nestjs/common';
import { AccessModule } from '@crm/server/access';
import { ParksModule } from '@crm/server/parks';
import { StandardsModule } from '@crm/server/standards';
import { AuthController } from './access/auth.controller.js';
import { UsersController } from './access/users.controller.js';
import { ParksController } from './parks/parks.controller.js';
import { StandardsController } from './standards/standards.controller.js';

export interface Room {
  readonly module: Type | DynamicModule;
  readonly controllers: readonly Type[];
}

/** The rooms this door opens, one line each. */
export const rooms: readonly Room[] = [
  { module: AccessModule, controllers: [AuthController, UsersController] },
  { module: ParksModule, controllers: [ParksController] },
  { module: StandardsModule, controllers: [StandardsController] },
];
