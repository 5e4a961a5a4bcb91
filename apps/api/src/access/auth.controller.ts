import { Controller, Inject, Req, Res } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { auth, rulesOf, type SignedInUser } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { CONFIG, type Config } from '@crm/platform/config';
import { AccessService, OwnPasswordService, UsersService, type StartedSession } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import type { FastifyReply } from 'fastify';
import { ActorGuard, TOKEN_AUDIENCE } from '../http/actor.guard.js';
import { Input, Route, Who, type CrmRequest } from '../http/route.decorator.js';
import { cookieOf, giveCookie, takeCookie } from './refresh-cookie.js';

const TOKEN_SECONDS = 900;

@Controller()
export class AuthController {
  constructor(
    private readonly access: AccessService,
    private readonly users: UsersService,
    private readonly ownPassword: OwnPasswordService,
    private readonly guard: ActorGuard,
    private readonly tokens: JwtService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route(auth.login)
  async login(
    @Input() { body }: InputOf<typeof auth.login>,
    @Req() request: CrmRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.begin(
      await this.access.signIn(body.username, body.password, request.ip, request.headers['user-agent'] ?? ''),
      request,
      reply,
    );
  }

  @Route(auth.refresh)
  async refresh(@Req() request: CrmRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.begin(await this.access.renew(cookieOf(request)), request, reply);
  }

  @Route(auth.logout)
  async logout(@Req() request: CrmRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.access.signOut(cookieOf(request), this.guard.sessionIn(request));
    takeCookie(request, reply);
    reply.header('Clear-Site-Data', '"storage"');
  }

  @Route(auth.me)
  me(@Who() actor: Actor): { user: SignedInUser; rules: unknown[]; mustChangePassword: boolean } {
    const { userId, username, name, role, departmentId, departmentName, locale } = actor;
    const mustChangePassword = actor.mustChangePassword ?? false;
    // Before that nothing is allowed, so there is nothing to offer.
    const rules = mustChangePassword ? [] : rulesOf(role);
    return {
      user: { id: userId, username, name, role, departmentId, departmentName, locale },
      rules,
      mustChangePassword,
    };
  }

  @Route(auth.password)
  password(
    @Who() actor: Actor,
    @Input() { body }: InputOf<typeof auth.password>,
    @Req() request: CrmRequest,
  ): Promise<void> {
    return this.ownPassword.change(actor, body, request.ip);
  }

  @Route(auth.demo)
  async demo() {
    const accounts = this.config.demo === '0' ? [] : await this.users.demoAccounts();
    return { demo: accounts.length > 0, accounts };
  }

  private begin(session: StartedSession, request: CrmRequest, reply: FastifyReply) {
    giveCookie(request, reply, session.refreshToken, session.maxAgeSeconds);
    return {
      accessToken: this.tokens.sign({ sid: session.sessionId }, { audience: TOKEN_AUDIENCE, expiresIn: TOKEN_SECONDS }),
      expiresIn: TOKEN_SECONDS,
      user: session.user,
      mustChangePassword: session.mustChangePassword,
    };
  }
}
