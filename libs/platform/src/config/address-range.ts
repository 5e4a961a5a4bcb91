import { isIP } from 'node:net';

/** An address, or a range of addresses: `10.0.0.0/8`, `fd00::/8`, `192.0.2.7`. */
export function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  // A range that covers all addresses is refused: it would trust everybody.
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}
