import type { FastifyReply } from 'fastify';

/**
 * Sent to the API alone; a page's script never sees it. `__Host-` needs https and path /, so it is left to a TLS
 * proxy's install.
 */
export const REFRESH_COOKIE = 'crm_refresh';
const settings = { path: '/api/v1', httpOnly: true, sameSite: 'strict' } as const;

export const giveCookie = (reply: FastifyReply, token: string, maxAge: number, secure: boolean): void => {
  // An empty token: another tab renewed a moment ago and this browser holds the newer cookie already.
  if (token) reply.setCookie(REFRESH_COOKIE, token, { ...settings, maxAge, secure });
};

export const takeCookie = (reply: FastifyReply): void => {
  reply.clearCookie(REFRESH_COOKIE, settings);
};
