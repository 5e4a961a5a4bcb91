import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Import, UnitCheck } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Icon } from '../parts/marks/Icon.js';
import { useMay } from '../providers/abilities.js';
import { CloseButton } from './CloseButton.js';
import { DifferingRows } from './DifferingRows.js';
import { FaultTable } from './FaultTable.js';
import { FileHead } from './FileHead.js';
import { LeftOutNote } from './LeftOutNote.js';
import { OriginalSheet } from './OriginalSheet.js';
import { QuestionCard } from './QuestionCard.js';
import { StepHead, type Step } from './StepHead.js';
import { TouchedCard } from './TouchedCard.js';
import { UnitQuestion } from './UnitQuestion.js';
import { VouchCard } from './VouchCard.js';
import { saveFile } from '../providers/saveFile.js';
import { useChangeImport, useMoveImport, type ImportChange } from './useImport.js';

/** A column of days keeps its answer as its unit; the others are answered by group. */
function answerTo({ mapping }: Import, { group, columns: [column = ''] }: UnitCheck, unit: string): ImportChange {
  if (group !== 'days') return { units: { [group]: unit } };
  const field = mapping.find((one) => one.column === column)?.field ?? null;
  return { mapping: [{ column, field, unit }] };
}

/** What would be written and what would not, before anything is written. */
export function CheckStep({ record, title, onStep }: { record: Import; title: string; onStep: (step: Step) => void }) {
  const translate = useTranslate();
  const change = useChangeImport(record);
  const commit = useMoveImport(record, 'commit');
  const mayImport = useMay()(imports.commit);
  const [row, setRow] = useState<number | null>(null);
  const open = record.units.filter(({ question }) => question);
  const { valid = 0, unchanged = 0, invalid = 0, differs = 0 } = record.counts ?? {};
  // What only differs is left as it is, once no question is open about it.
  const left = record.questions.every(({ confirmed }) => confirmed) ? differs : 0;
  const ready =
    record.status === 'checked' &&
    open.length === 0 &&
    valid + unchanged + left > 0 &&
    !change.isPending &&
    !commit.isPending;
  const nothing = valid === 0 && unchanged + left > 0;
  return (
    <>
      <StepHead
        title={title}
        step="check"
        onStep={onStep}
        actions={
          <>
            <CloseButton record={record} />
            <Button
              disabled={invalid + differs === 0}
              startIcon={<Icon name="exports" />}
              onClick={() => void saveFile(imports.errorWorkbook, { params: { id: record.id } })}
            >
              {translate('imports.errorWorkbook')}
            </Button>
            {mayImport && (
              <Button variant="contained" disabled={!ready} onClick={() => commit.mutate()}>
                {nothing
                  ? translate(left > 0 ? 'imports.commitDiffers' : 'imports.commitNothing')
                  : translate('imports.commit', { smart_count: valid })}
              </Button>
            )}
          </>
        }
      />
      <div className="importcards">
        <FileHead record={record} />
        <LeftOutNote record={record} />
        {open.map((check) => (
          <UnitQuestion
            key={`${check.group} ${check.columns.join()}`}
            check={check}
            busy={change.isPending}
            onAnswer={(unit) => change.mutate(answerTo(record, check, unit))}
          />
        ))}
        {record.questions.map((question) =>
          question.question === 'vouch-codes' ? (
            <VouchCard
              key={question.key}
              question={question}
              busy={change.isPending}
              onVouch={(vouch) => change.mutate({ vouch })}
            />
          ) : (
            <QuestionCard
              key={question.key}
              question={question}
              busy={change.isPending}
              onAnswer={(yes) => change.mutate(yes ? { confirm: [question.key] } : { unconfirm: [question.key] })}
            />
          ),
        )}
        {record.kind === 'provincial-standards' &&
          record.status === 'checked' &&
          (valid > 0 || record.questions.length > 0) && <TouchedCard record={record} />}
        <DifferingRows record={record} />
        <FaultTable record={record} onChange={(asked) => change.mutate(asked)} onRow={setRow} />
        <OriginalSheet record={record} around={row ?? record.errors[0]?.row ?? (record.headerRows?.last ?? 0) + 1} />
      </div>
    </>
  );
}
