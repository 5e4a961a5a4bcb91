/** Whether somebody sits at this page. A page that only loads news by itself must not keep a session alive. */
const AWAY_MS = 60_000;
let lastInput = Date.now();

if (typeof window !== 'undefined')
  for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(kind, () => (lastInput = Date.now()), { passive: true, capture: true });

export const attendance = (): Record<string, string> =>
  Date.now() - lastInput > AWAY_MS ? { 'x-unattended': '1' } : {};
