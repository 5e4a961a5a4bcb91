import type { BodyAsked } from '@crm/api-contract/wire';
import { assessmentDefaults } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { Card } from '../parts/layout/Card.js';
import { InstantText } from '../parts/text/DayText.js';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { NONE, showDecimal, showPercent } from '../parts/text/numbers.js';
import { Note } from '../parts/marks/Note.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerbForm } from '../verbs/useVerbForm.js';

const AGAIN_MS = 2_000;

/** 默认容忍度: the value, since when and why; while contracts are assessed again, the number left. */
export function ToleranceCard({ onChange }: { onChange: () => void }) {
  const translate = useTranslate();
  const maySet = useMay()(assessmentDefaults.set);
  const { data, error, refetch } = useAsk(
    assessmentDefaults.inForce,
    {},
    { refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? AGAIN_MS : false) },
  );
  return (
    <Card
      flush
      title={translate('standards.tolerance.title')}
      caption={translate('standards.tolerance.caption')}
      actions={maySet && <Button onClick={onChange}>{translate('standards.tolerance.change')}</Button>}
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={2} />
      ) : (
        <>
          <div aria-live="polite">
            {data.waiting > 0 && (
              <Note kind="accent">
                {translate('standards.tolerance.waiting', {
                  done: showDecimal(data.contracts - data.waiting),
                  contracts: showDecimal(data.contracts),
                })}
              </Note>
            )}
          </div>
          <div className="scrollx">
            <table className="plain tolerances">
              <thead>
                <tr>
                  <th scope="col">{translate('standards.tolerance.percent')}</th>
                  <th scope="col">{translate('standards.tolerance.since')}</th>
                  <th scope="col">{translate('standards.tolerance.by')}</th>
                  <th scope="col">{translate('standards.tolerance.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {data.history.map((row) => (
                  <tr key={row.knownFrom} className={row.knownTo === null ? undefined : 'past'}>
                    <th scope="row" className="strong">
                      {showPercent(row.tolerancePercent)}
                    </th>
                    <td>
                      {row.enteredBy === null ? (
                        translate('standards.tolerance.ours')
                      ) : (
                        <InstantText at={row.knownFrom} />
                      )}
                    </td>
                    <td className="quiet">{row.enteredBy ?? NONE}</td>
                    <td className="quiet">{row.reason ?? NONE}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Card>
  );
}

export function ToleranceDrawer({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(assessmentDefaults.set, {
    said: translate('standards.tolerance.saved'),
    onDone: onClose,
  });
  return (
    <DrawerForm
      error={error}
      title={translate('standards.tolerance.change')}
      onClose={onClose}
      defaultValues={{ tolerancePercent: '', reason: '' }}
      onSubmit={(body: BodyAsked<typeof assessmentDefaults.set>) => submit({ body })}
    >
      <Note kind="warning">{translate('standards.tolerance.note')}</Note>
      <TextInput
        source="tolerancePercent"
        label={translate('standards.tolerance.percent')}
        validate={required()}
        autoFocus
      />
      <TextInput
        source="reason"
        label={translate('standards.tolerance.reason')}
        validate={required()}
        multiline
        minRows={3}
      />
    </DrawerForm>
  );
}
