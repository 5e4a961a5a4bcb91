import type { FileSubjectType } from '@crm/api-contract/files';
import { useState } from 'react';
import { useUpload, type UnderWay } from './useFiles.js';

export interface Evidence {
  readonly chosen: readonly File[];
  readonly choose: (files: readonly File[]) => void;
  readonly underWay: UnderWay | null;
  /** Sends what was chosen to the record that was just made. */
  readonly attachTo: (subjectId: string) => Promise<void>;
}

/** The papers of an entry that is not there yet: kept in the form until the entry has an id. */
export function useEvidence(subjectType: FileSubjectType): Evidence {
  const [chosen, choose] = useState<readonly File[]>([]);
  const { take, underWay } = useUpload();
  return {
    chosen,
    choose,
    underWay,
    attachTo: (subjectId) => (chosen.length > 0 ? take({ subjectType, subjectId }, chosen) : Promise.resolve()),
  };
}
