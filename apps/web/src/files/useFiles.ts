import type { FileSubjectType, StoredFile } from '@crm/api-contract/files';
import { LARGEST_FILE } from '@crm/domain/files';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { call } from '../providers/http.js';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { upload } from '../providers/upload.js';

export interface Subject {
  subjectType: FileSubjectType;
  subjectId: string;
}

/** Of one record, or of a contract with everything that belongs to it. */
export type FilesAsked = Subject | { contractId: string };

const ALL = 200;

export const useFiles = (asked: FilesAsked) =>
  useQuery({
    queryKey: ['files', asked],
    queryFn: ({ signal }) =>
      call<{ data: StoredFile[]; total: number }>('GET', '/files', undefined, {
        signal,
        query: { perPage: ALL, filter: JSON.stringify(asked) },
      }),
  });

export interface UnderWay {
  name: string;
  percent: number;
}

/** Uploads one file after the other; one that is refused says why and the next one goes on. */
export function useUpload() {
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const one = async ({ subjectType, subjectId }: Subject, file: File): Promise<void> => {
    if (file.size > LARGEST_FILE) throw new Error(translate('files.tooLarge'));
    const form = new FormData();
    form.append('subjectType', subjectType);
    form.append('subjectId', subjectId);
    form.append('file', file, file.name);
    await upload('/files', form, (percent) => setUnderWay({ name: file.name, percent }));
  };
  const take = async (subject: Subject, chosen: Iterable<File>): Promise<void> => {
    for (const file of chosen) {
      setUnderWay({ name: file.name, percent: 0 });
      try {
        await one(subject, file);
        notify(translate('files.attached', { name: file.name }), { type: 'success' });
      } catch (thrown) {
        const problem = problemOf(thrown);
        notify(
          translate('files.failed', {
            name: file.name,
            why: problem.status < 0 ? (problem.detail ?? '') : sentenceOf(problem, translate),
          }),
          { type: 'error', autoHideDuration: 10_000 },
        );
      }
    }
    setUnderWay(null);
    await client.invalidateQueries();
  };
  return { take, underWay };
}
