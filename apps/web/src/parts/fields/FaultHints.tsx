import { useTranslate } from 'ra-core';
import { Hint } from '../marks/Hint.js';

interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** The server's sentence, if the page has none. */
  readonly message?: string | undefined;
}

/** All faults, one sentence each. */
export function FaultHints({ faults }: { faults: readonly Fault[] }) {
  const translate = useTranslate();
  return (
    <>
      {faults.map(({ pointer, code, params, message }) => (
        <Hint key={`${pointer}${code}`} verdict="breach">
          {translate(`errors.${code}`, { ...params, _: message ?? code })}
        </Hint>
      ))}
    </>
  );
}
