import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sent only to this host and never visible to scripts. A name that begins with `__Host-` is taken by browsers only over
 * https, with path / and without a domain, so no neighbour can plant one. Plain http (localhost, an office network) has
 * a plain name.
 */
const OVER_TLS = { name: '__Host-crm_refresh', path: '/', secure: true } as const;
const PLAIN = { name: 'crm_refresh', path: '/api/v1', secure: false } as const;
const always = { httpOnly: true, sameSite: 'strict' } as const;

type Request = Pick<FastifyRequest, 'protocol'> & { readonly cookies?: Readonly<Record<string, string | undefined>> };
const kindFor = (request: Pick<Request, 'protocol'>) => (request.protocol === 'https' ? OVER_TLS : PLAIN);

export const cookieOf = (request: Request): string | undefined => request.cookies?.[kindFor(request).name];

export const giveCookie = (request: Request, reply: FastifyReply, token: string, maxAge: number): void => {
  const { name, ...kind } = kindFor(request);
  // An empty token: another tab has just renewed, and this browser already has the newer cookie.
  if (token) reply.setCookie(name, token, { ...always, ...kind, maxAge });
};

export const takeCookie = (request: Request, reply: FastifyReply): void => {
  const { name, ...kind } = kindFor(request);
  reply.clearCookie(name, { ...always, ...kind });
};
