import { useTranslate } from 'ra-core';
import { Hint } from '../marks/Hint.js';

interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** What the server said, where the page has no sentence of its own. */
  readonly message?: string | undefined;
}

/** Everything that is wrong, a sentence each. */
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
