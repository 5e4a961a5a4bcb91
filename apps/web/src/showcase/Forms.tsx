import Button from '@mui/material/Button';
import { Form } from 'react-admin';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { MoneyInput, PerMuInput } from '../parts/fields/AmountInput.js';
import { Card } from '../parts/layout/Card.js';
import { ConflictTable } from '../verbs/ConflictDialog.js';
import { Kbd } from '../parts/marks/Kbd.js';

function Checked() {
  const { trigger } = useFormContext();
  useEffect(() => {
    const timer = setTimeout(() => void trigger('tax'), 100);
    return () => clearTimeout(timer);
  }, [trigger]);
  return null;
}

export function Inputs() {
  const t = useTranslate();
  return (
    <Card title={t('showcase.inputs')}>
      <div className="stack">
        <div className="row wrap">
          <Button variant="contained">{t('showcase.primary')}</Button>
          <Button>{t('showcase.secondary')}</Button>
          <Button variant="text">{t('showcase.text')}</Button>
          <Button color="error">{t('showcase.danger')}</Button>
          <Button disabled>{t('showcase.disabled')}</Button>
          <Button variant="contained">
            {t('ra.action.create')} <Kbd>N</Kbd>
          </Button>
        </div>
        <Form
          defaultValues={{ investment: '670', tax: '26.8 斤', signed: '11400', planned: '32000' }}
          mode="onChange"
          sanitizeEmptyValues={false}
        >
          <Checked />
          <div className="showcasefields">
            <PerMuInput
              source="investment"
              label="showcase.investment"
              isRequired
              hint={t('showcase.investmentHint')}
            />
            <PerMuInput source="tax" label="showcase.tax" />
            <MoneyInput source="signed" label="showcase.signed" locked hint={t('showcase.signedHint')} />
            <MoneyInput source="planned" label="showcase.planned" />
          </div>
        </Form>
      </div>
    </Card>
  );
}

export function Conflict() {
  const t = useTranslate();
  return (
    <Card title={t('parts.conflict.title')} caption={t('parts.conflict.caption', { smart_count: 2 })} flush>
      <ConflictTable
        differences={[
          { field: 'nextStep', yours: t('showcase.stepYours'), theirs: t('showcase.stepTheirs') },
          { field: 'areaMu', yours: '120', theirs: '118' },
        ]}
        nameOf={(field) => t(`showcase.${field as 'nextStep' | 'areaMu'}`)}
        changedBy={t('showcase.changedBy')}
        onSave={() => undefined}
        onBack={() => undefined}
      />
    </Card>
  );
}
