import type { Zone } from '@crm/api-contract/zone';
import { firstChecklist, zone } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { PageForm } from '../parts/forms/PageForm.js';
import { Answer } from '../parts/layout/Answer.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { useMay } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { useVerb } from '../verbs/useVerb.js';
import { useVerbForm } from '../verbs/useVerbForm.js';
import './zone.css';

type Names = Pick<Zone, 'name' | 'nameEn' | 'shortName'>;

/** 园区设置: the names of the zone, and the checklist if it was put away. */
export default function ZonePage() {
  const translate = useTranslate();
  const may = useMay();
  const answer = useAsk(zone.one, {}, { staleTime: 0 });
  const steps = useAsk(firstChecklist.one, {}).data;
  const bring = useVerb(firstChecklist.putAway, { said: translate('zonePage.brought') });
  return (
    <>
      <PageHead title={translate('zonePage.title')} caption={translate('zonePage.caption')} />
      <div className="stack">
        <Answer answer={answer} rows={3}>
          {({ zone: named }) => (named && may(zone.change) ? <NamesForm key={named.version} named={named} /> : null)}
        </Answer>
        {steps?.away && may(firstChecklist.putAway) && (
          <Card
            title={translate('zonePage.checklist')}
            actions={
              <Button onClick={() => bring.mutate({ body: { away: false } })}>{translate('zonePage.bring')}</Button>
            }
          />
        )}
      </div>
    </>
  );
}

function NamesForm({ named }: { named: Zone }) {
  const translate = useTranslate();
  const { submit, error } = useVerbForm(zone.change, { said: translate('zonePage.saved') });
  const { name, nameEn, shortName } = named;
  return (
    <PageForm<Names>
      className="zoneform"
      error={error}
      back="/"
      save={translate('zonePage.save')}
      defaultValues={{ name, nameEn, shortName }}
      onSubmit={(typed) =>
        submit({
          body: { name: typed.name, nameEn: typed.nameEn, shortName: typed.shortName },
          version: named.version,
        })
      }
    >
      <Card>
        <div className="stack">
          <TextInput source="name" label="firstVisit.name" validate={required()} />
          <TextInput source="nameEn" label="firstVisit.nameEn" validate={required()} />
          <TextInput
            source="shortName"
            label="firstVisit.shortName"
            helperText="firstVisit.shortNameHelp"
            validate={required()}
            slotProps={{ htmlInput: { maxLength: 8 } }}
          />
        </div>
      </Card>
    </PageForm>
  );
}
