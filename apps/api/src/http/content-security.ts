/**
 * Scripts, fonts and connections are ours alone, nobody frames us. Style elements (MUI makes them at run time) need the
 * answer's nonce.
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

/** Answers that are no page of the web. The page of the API document brings styles of its own. */
export const plainSecurityPolicy = text("'unsafe-inline'");
