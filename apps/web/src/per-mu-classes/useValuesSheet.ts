import { evaluationRounds } from '@crm/api-contract/routes';
import type { ValuesSheet } from '@crm/api-contract/per-mu-classes';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlacedFault } from './placed.js';
import { ask } from '../providers/ask.js';

/**
 * Reads a workbook for the grid without writing. `place` fills the grid and returns the cell of each fault; undoing the
 * fill calls `clear`.
 */
export function useValuesSheet(roundId: string, place: (sheet: ValuesSheet, clear: () => void) => PlacedFault[]) {
  const [found, setFound] = useState<ValuesSheet | null>(null);
  const [faults, setFaults] = useState<readonly PlacedFault[]>([]);
  const clear = (): void => (setFound(null), setFaults([]));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => ask(evaluationRounds.readSheet, { params: { id: roundId }, file }),
    onSuccess: (sheet) => {
      setFound(sheet);
      setFaults(place(sheet, clear));
    },
  });
  return {
    found,
    faults,
    pending: isPending,
    error,
    read: (file: File): void => mutate(file),
    /** Faulty cells stay unchanged. */
    settle: (): void => setFaults([]),
  };
}
