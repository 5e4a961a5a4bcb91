import type { FileSubjectType } from '@crm/api-contract/files';
import { useState } from 'react';
import { useUpload, type UnderWay } from './useUpload.js';

export interface Evidence {
  readonly chosen: readonly File[];
  readonly choose: (files: readonly File[]) => void;
  readonly underWay: UnderWay | null;
  /** Sends the chosen files to the new record. */
  readonly attachTo: (subjectId: string) => Promise<void>;
}

/** Files for an entry that does not exist yet: kept in the form until the entry has an id. */
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
