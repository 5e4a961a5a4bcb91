import type { FastifyReply } from 'fastify';

/**
 * Sent only to the API and never visible to scripts. `__Host-` needs https and path /, so it is used only behind a TLS
 * proxy.
 */
export const REFRESH_COOKIE = 'crm_refresh';
const settings = { path: '/api/v1', httpOnly: true, sameSite: 'strict' } as const;

export const giveCookie = (reply: FastifyReply, token: string, maxAge: number, secure: boolean): void => {
  // An empty token: another tab has just renewed, and this browser already has the newer cookie.
  if (token) reply.setCookie(REFRESH_COOKIE, token, { ...settings, maxAge, secure });
};

export const takeCookie = (reply: FastifyReply): void => {
  reply.clearCookie(REFRESH_COOKIE, settings);
};
