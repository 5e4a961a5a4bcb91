import { useEffect, useState } from 'react';

/** The typed value once it has stayed the same for `ms` milliseconds, so that not every key asks the server. */
export function usePaused<Value extends string>(value: Value, ms = 300): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}
