import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { can, keyMay } from '@crm/api-contract/access';
import type { RouteContract } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { AccessService, ApiKeysService } from '@crm/server/access';
import type { Actor } from '@crm/server/records';
import { REFRESH_COOKIE } from '../access/refresh-cookie.js';
import { ROUTE, type CrmRequest } from './route.decorator.js';

export const TOKEN_AUDIENCE = 'crm';

/** Nobody passes unless the route's declaration lets them: default no. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(JwtService) private readonly tokens: JwtService,
    @Inject(AccessService) private readonly access: AccessService,
    @Inject(ApiKeysService) private readonly keys: ApiKeysService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteContract | undefined;
    if (!contract) throw Refusal.forbidden('access.denied');
    if (contract.access === 'public') return true;
    const request = context.switchToHttp().getRequest<CrmRequest>();
    const actor = await this.actorOf(request, contract.stream === true || contract.download !== undefined);
    if (!actor) throw Refusal.forbidden('access.sign-in');
    request.actor = actor;
    if (
      contract.access !== 'signed-in' &&
      (!can(actor, ...contract.access) || (actor.keyScope && !keyMay(actor.keyScope, ...contract.access)))
    )
      throw Refusal.forbidden('access.denied', { action: contract.access[0], subject: contract.access[1] });
    return true;
  }

  /**
   * By the key of a programme or by bearer token; a stream or a download, which a browser asks for without headers,
   * also by the session cookie.
   */
  async actorOf(request: CrmRequest, byCookie: boolean): Promise<Actor | undefined> {
    const key = /^Bearer (crmk_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    if (key) return this.keys.actorOf(key);
    const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!bearer) return byCookie ? this.access.actorOfToken(request.cookies?.[REFRESH_COOKIE]) : undefined;
    try {
      const { sid } = this.tokens.verify<{ sid: string }>(bearer, { algorithms: ['HS256'], audience: TOKEN_AUDIENCE });
      return await this.access.actorOf(sid);
    } catch (error) {
      if (
        (error as Error).name.startsWith('JsonWebToken') ||
        ['TokenExpiredError', 'NotBeforeError'].includes((error as Error).name)
      )
        return undefined;
      throw error;
    }
  }
}
