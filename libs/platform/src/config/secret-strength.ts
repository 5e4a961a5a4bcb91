/** A million keys of 16 random bytes as hex measured 86 to 127 bits here: what chance gives must not be refused. */
const LEAST_BITS = 80;
const KNOWN = /change.?me|password|secret|example|default|zhaoshang|招商|qwerty|letmein/i;

/** Shannon's entropy of a list, in bits per member. */
function entropyOf(members: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / members.length;
    return sum - share * Math.log2(share);
  }, 0);
}

/**
 * Why a signing key can be guessed; undefined if it looks random. Its length says little: `aaaa…`, `abcabc…` and
 * `12345678…` are long too. So its characters, the steps between them and its pairs are judged.
 */
export function weaknessOf(secret: string): string | undefined {
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const pairs = new Set(codes.slice(1).map((code, index) => `${codes[index]} ${code}`));
  if (KNOWN.test(secret)) return 'has a word in it that everybody tries; make one with: openssl rand -hex 32';
  if (
    codes.length * Math.min(entropyOf(codes), entropyOf(steps)) < LEAST_BITS ||
    pairs.size < Math.min(30, codes.length) * 0.6
  )
    return 'is too easy to guess; make one with: openssl rand -hex 32';
  return undefined;
}
