import { Navigate, useLocation } from 'react-router';

/** An address of an earlier release: opens the new one with the same question. */
export function Moved({ to }: { to: string }) {
  const { search, hash } = useLocation();
  return <Navigate replace to={{ pathname: to, search, hash }} />;
}
