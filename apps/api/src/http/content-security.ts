/**
 * Only our own scripts, fonts and connections; no other site may frame the pages. Style elements (MUI creates them at
 * run time) need the nonce of the response.
 */
const directives = (style: string): Record<string, string[]> => ({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", style],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
});

const text = (style: string): string =>
  Object.entries(directives(style))
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

export const contentSecurityPolicy = (nonce: string): string => text(`'nonce-${nonce}'`);

/** For responses that are not pages of the web. The page of the API document has inline styles of its own. */
export const plainSecurityPolicy = text("'unsafe-inline'");
