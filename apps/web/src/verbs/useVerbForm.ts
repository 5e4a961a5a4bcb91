import type { AskedRoute } from '@crm/api-contract/wire';
import { useState } from 'react';
import { editors } from '../parts/unsaved/editors.js';
import { ApiError } from '../providers/problem.js';
import { useVerb, type Move, type VerbOptions } from './useVerb.js';

/** A typed amount is sent as { value, unit }; a fault inside it is shown at the field itself. */
function atTheField(errors: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, inside]) => {
      if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) return [field, inside];
      const { value, unit } = inside as { value?: unknown; unit?: unknown };
      return [field, value ?? unit ?? atTheField(inside as Record<string, unknown>)];
    }),
  );
}

/** A form saved by one use case: faults of fields appear at the fields, any other refusal above them. */
export function useVerbForm<Route extends AskedRoute>(route: Route, options: Omit<VerbOptions<Route>, 'quiet'>) {
  const [error, setError] = useState<unknown>(null);
  const verb = useVerb(route, {
    ...options,
    quiet: true,
    onDone: (answer) => {
      editors.saved();
      return options.onDone?.(answer);
    },
  });
  const submit = async (
    move: Move<Route>,
    onRefused?: (thrown: unknown) => Promise<void>,
  ): Promise<Record<string, unknown> | undefined> => {
    setError(null);
    try {
      await verb.mutateAsync(move);
      return undefined;
    } catch (thrown) {
      setError(thrown);
      await onRefused?.(thrown);
      return thrown instanceof ApiError && thrown.body.errors ? atTheField(thrown.body.errors) : undefined;
    }
  };
  return { submit, error };
}
