/** An access token is valid for fifteen minutes, and a run takes longer. */
const RENEWED_AFTER_MS = 5 * 60_000;

/**
 * Signs in when needed, and again before the token expires.
 * @param {string} url
 * @param {string} username
 * @param {string} password
 */
export function openSession(url, username, password) {
  let token = '';
  let since = -Infinity;
  return {
    async bearer() {
      if (performance.now() - since < RENEWED_AFTER_MS) return `Bearer ${token}`;
      const answer = await fetch(`${url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
      token = (await answer.json()).accessToken;
      since = performance.now();
      return `Bearer ${token}`;
    },
  };
}
