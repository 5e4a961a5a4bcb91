import type { ConfigurationCheck } from '@crm/api-contract/configuration';
import { zoneConfiguration } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import Button from '@mui/material/Button';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useRef, useState } from 'react';
import { Card, PageHead } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { Note } from '../parts/marks/Note.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { showDecimal } from '../parts/text/numbers.js';
import { useMay } from '../providers/abilities.js';
import { ask } from '../providers/ask.js';
import { useVerb } from '../verbs/useVerb.js';

type ZoneFile = BodyAsked<typeof zoneConfiguration.check>['file'];
type Listed = ConfigurationCheck['lists'][number] & { readonly id: string };

/** 基础数据文件: all reference data and rules as one file, and the check before another file is taken. */
export default function ZoneFilePage() {
  const translate = useTranslate();
  const may = useMay();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<{ name: string; file: ZoneFile } | null>(null);
  const [unread, setUnread] = useState(false);
  const check = useVerb(zoneConfiguration.check, { said: translate('zoneFile.checked'), quiet: true });
  const take = useVerb(zoneConfiguration.take, {
    said: translate('zoneFile.taken'),
    quiet: true,
    onDone: () => setRead(null),
  });
  const choose = async (chosen: File | undefined) => {
    take.reset();
    check.reset();
    setUnread(false);
    if (!chosen) return;
    try {
      const file = JSON.parse(await chosen.text()) as ZoneFile;
      setRead({ name: chosen.name, file });
      check.mutate({ body: { file } });
    } catch {
      setRead(null);
      setUnread(true);
    }
  };
  const refused = check.error ?? take.error;
  const found = check.data;
  return (
    <>
      <PageHead
        title={translate('zoneFile.title')}
        caption={translate('zoneFile.caption')}
        actions={
          <Button startIcon={<Icon name="exports" />} onClick={() => void save()}>
            {translate('zoneFile.export')}
          </Button>
        }
      />
      <Card title={translate('zoneFile.import')} caption={read?.name}>
        <div className="stack">
          <p>{translate('zoneFile.importHint')}</p>
          {may(zoneConfiguration.check) && (
            <div>
              <Button startIcon={<Icon name="file" />} onClick={() => input.current?.click()}>
                {translate('zoneFile.choose')}
              </Button>
              <input
                ref={input}
                type="file"
                accept=".json,application/json"
                hidden
                aria-label={translate('zoneFile.choose')}
                onChange={(event) => {
                  void choose(event.target.files?.[0]);
                  event.target.value = '';
                }}
              />
            </div>
          )}
          {unread && <Note kind="error">{translate('zoneFile.unread')}</Note>}
          {refused && <ErrorSentence error={refused} />}
          {read && found && (
            <>
              <RowsTable<Listed>
                name="zone-file"
                label={translate('zoneFile.import')}
                rows={found.lists.map((one) => ({ ...one, id: one.list }))}
                columns={listColumns(translate)}
              />
              {may(zoneConfiguration.take) && (
                <div>
                  <Button
                    variant="contained"
                    disabled={take.isPending}
                    onClick={() => take.mutate({ body: { file: read.file, key: found.key } })}
                  >
                    {translate('zoneFile.take')}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      </Card>
    </>
  );
}

async function save(): Promise<void> {
  const file = await ask(zoneConfiguration.one);
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'zone.json' });
  link.click();
  URL.revokeObjectURL(url);
}

const words = (all: readonly string[]) => <span className="caption">{all.join('、')}</span>;

const listColumns = (translate: TranslateFunction): RecordColumn<Listed>[] => [
  { source: 'list', label: 'zoneFile.list', cell: ({ list }) => translate(`zoneFile.lists.${list}`) },
  {
    source: 'added',
    label: 'zoneFile.added',
    cell: ({ added }) => (
      <>
        {showDecimal(added.length)} {added.length <= 20 && words(added)}
      </>
    ),
  },
  {
    source: 'changed',
    label: 'zoneFile.changed',
    cell: ({ changed }) => (
      <>
        {showDecimal(changed.length)} {words(changed.slice(0, 20).map(({ key }) => key))}
      </>
    ),
  },
  {
    source: 'closed',
    label: 'zoneFile.closed',
    cell: ({ closed }) => (
      <>
        {showDecimal(closed.length)} {words(closed)}
      </>
    ),
  },
  { source: 'unchanged', label: 'zoneFile.unchanged', number: true, cell: ({ unchanged }) => showDecimal(unchanged) },
  { source: 'kept', label: 'zoneFile.kept', number: true, cell: ({ kept }) => showDecimal(kept) },
];
