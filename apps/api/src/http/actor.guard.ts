import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { auth, can, keyMay } from '@crm/api-contract/access';
import { tellsOf } from '@crm/api-contract/audit';
import type { RouteContract } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { CONFIG, type Config } from '@crm/platform/config';
import { currentContext } from '@crm/platform/context';
import { AccessService, ApiKeysService, RateLimitsService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { EnterprisesService } from '@crm/server/enterprises';
import { Trail } from '@crm/server/trail';
import { cookieOf } from '../access/refresh-cookie.js';
import { claimIn } from './idempotency.js';
import { followMerged } from './merged-firms.js';
import { ROUTE, type CrmRequest } from './route.decorator.js';

export const TOKEN_AUDIENCE = 'crm';

/** The session of a verified token, and its expiry in seconds. */
interface Proven {
  readonly sid: string;
  readonly exp: number;
}

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;
const VERIFIED_AT_MOST = 10_000;

/** Denies by default: only the declaration of the route can let somebody in. */
@Injectable()
export class ActorGuard implements CanActivate {
  private readonly verified = new Map<string, Proven>();

  constructor(
    private readonly tokens: JwtService,
    private readonly access: AccessService,
    private readonly keys: ApiKeysService,
    private readonly rates: RateLimitsService,
    private readonly trail: Trail,
    private readonly firms: EnterprisesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = Reflect.getMetadata(ROUTE, context.getHandler()) as RouteContract | undefined;
    if (!contract) throw Refusal.forbidden('access.denied');
    const request = context.switchToHttp().getRequest<CrmRequest>();
    request.contract = contract;
    if (contract.access === 'public') return true;
    const actor = await this.actorOf(request, contract.stream === true || contract.download !== undefined);
    if (!actor) throw Refusal.forbidden('access.sign-in');
    request.actor = actor;
    if (actor.mustChangePassword && contract !== auth.me && contract !== auth.password)
      throw Refusal.forbidden('access.password-first');
    if (contract.access !== 'signed-in') {
      const [action, subject] = contract.access;
      if (!can(actor, action, subject) || (actor.keyScope && !keyMay(actor.keyScope, action, subject)))
        throw Refusal.forbidden('access.denied', { action, subject });
    }
    await followMerged(request, (id) => this.firms.mergedInto(id));
    if (tellsOf(contract)) this.trail.assertTells();
    if (contract.costs) await this.rates.spend(actor, contract.costs);
    const work = currentContext();
    if (work) work.idempotency = claimIn(request, contract, actor, this.config.jwtSecret);
    return true;
  }

  /**
   * Finds the actor by API key or bearer token. Browsers request streams and downloads without headers, so the session
   * cookie also works there.
   */
  async actorOf(request: CrmRequest, byCookie: boolean): Promise<Actor | undefined> {
    const key = /^Bearer (crmk_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    if (key) return this.keys.actorOf(key, request.ip);
    // Requests of an unattended page carry a mark, and a stream is open the whole day. Neither keeps a session alive.
    const attended = request.headers['x-unattended'] === undefined && request.contract?.stream !== true;
    if (!BEARER.test(request.headers.authorization ?? ''))
      return byCookie ? this.access.actorOfToken(cookieOf(request), attended) : undefined;
    const sessionId = this.sessionIn(request);
    return sessionId === undefined ? undefined : this.access.actorOf(sessionId, attended);
  }

  /** As the trail names it, if the caller has proven a session and it has ended. */
  endedSessionOf(request: CrmRequest): string | undefined {
    const sessionId = this.sessionIn(request);
    return sessionId === undefined ? undefined : `session:${sessionId}`;
  }

  /** The session of the access token, open or ended. */
  sessionIn(request: CrmRequest): string | undefined {
    const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
    return bearer === undefined ? undefined : this.sessionOf(bearer);
  }

  /**
   * A signature verified once stays valid until the token expires. Whether the session is still open is checked each
   * time.
   */
  private sessionOf(bearer: string): string | undefined {
    const before = this.verified.get(bearer);
    if (before && before.exp * 1_000 > Date.now()) return before.sid;
    this.verified.delete(bearer);
    try {
      const proven = this.tokens.verify<Proven>(bearer, { algorithms: ['HS256'], audience: TOKEN_AUDIENCE });
      if (this.verified.size >= VERIFIED_AT_MOST) this.verified.clear();
      this.verified.set(bearer, { sid: proven.sid, exp: proven.exp });
      return proven.sid;
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
