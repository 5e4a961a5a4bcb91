import { files } from '@crm/api-contract/routes';
import type { FileSubjectType } from '@crm/api-contract/files';
import { LARGEST_FILE } from '@crm/domain/files';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { problemOf, sentenceOf } from '../providers/problem.js';
import { upload } from '../providers/upload.js';

export interface Subject {
  subjectType: FileSubjectType;
  subjectId: string;
}

export interface UnderWay {
  name: string;
  percent: number;
}

/** Uploads files one after another; a refused one shows its reason, and the next continues. */
export function useUpload() {
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const client = useQueryClient();
  const notify = useNotify();
  const translate = useTranslate();
  const one = async ({ subjectType, subjectId }: Subject, file: File): Promise<void> => {
    if (file.size > LARGEST_FILE) throw new Error(translate('files.tooLarge'));
    await upload(files.attach, { body: { subjectType, subjectId }, file }, (percent) =>
      setUnderWay({ name: file.name, percent }),
    );
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
