import type { Actual } from '@crm/api-contract/commitments';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { BooleanInput } from 'react-admin';
import { Note } from '../../parts/marks/Note.js';
import { problemOf } from '../../providers/problem.js';
import { questionInWords, type Question } from './questionInWords.js';

interface Asked {
  readonly of: Pick<Actual, 'indicator' | 'year'>;
  /** The value as typed when the question was asked; another value raises a new question. */
  readonly value: string;
  readonly questions: readonly Question[];
}

/** The questions of the server about the figure in this form, and the person's answer for the next attempt. */
export function useAskedFigure() {
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    asked,
    confirmedFor: (value: string, ticked: boolean) =>
      asked && ticked && asked.value === value ? { confirmed: asked.questions.map(({ code }) => code) } : {},
    onRefused: (value: string) => (thrown: unknown) => {
      const { code, facts } = problemOf(thrown);
      if (code === 'actual.asked') {
        const { indicator, year, questions } = facts as unknown as Asked['of'] & { questions: Question[] };
        setAsked({ of: { indicator, year }, value, questions });
      }
      return Promise.resolve();
    },
  };
}

/** The doubts one by one, and one checkbox to confirm that the figure is right. */
export function AskedFigure({ asked }: { asked: Asked | null }) {
  const translate = useTranslate();
  if (!asked) return null;
  return (
    <div className="stack">
      {asked.questions.map((question) => (
        <Note key={question.code} kind="warning">
          {questionInWords(translate, asked.of, question)}
        </Note>
      ))}
      <BooleanInput source="right" label={translate('actuals.right')} />
    </div>
  );
}
