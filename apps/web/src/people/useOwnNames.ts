import { useGetIdentity } from 'ra-core';
import { session } from '../providers/session.js';
import { useZoneName } from '../providers/zone.js';

/** What a password of the reader must not contain. The server also knows how the names are spoken. */
export function useOwnNames(): string[] {
  const { identity } = useGetIdentity();
  const { name, shortName } = useZoneName();
  return [identity?.fullName ?? '', session.username() ?? '', name, shortName];
}
