import type { ApiKey } from '@crm/api-contract/access';
import { apiKeys } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { SxProps } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { useMay } from '../providers/abilities.js';
import { apiKeyColumns, ApiKeyRow } from './apiKeyColumns.js';
import { ApiKeyCreate, ShownOnce, type Made } from './ApiKeyCreate.js';
import { RevokeDialog } from './RevokeDialog.js';

/** Keys that are no longer valid stay in the list, in grey. */
const standing = ({ revokedAt }: ApiKey): SxProps => (revokedAt === null ? {} : { '& > *': { color: 'var(--ink-3)' } });

/** 接口密钥: each key with its role, scope, creation and last use; a new key is shown once. */
export default function ApiKeyList() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [made, setMade] = useState<Made | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const list = useAddressList(apiKeys.list, {
    resource: 'api-keys',
    words: [],
    filter: {},
    sort: { field: 'createdAt', order: 'DESC' },
    perPage: 200,
  });
  const may = useMay();
  const mayAdd = may(apiKeys.create);
  const onRevoke = may(apiKeys.revoke) ? setRevoking : undefined;
  const add = (icon?: ReactNode) =>
    mayAdd && (
      <Button variant="contained" startIcon={icon} onClick={() => setSearch({ new: '1' })}>
        {translate('access.keys.add')}
      </Button>
    );
  return (
    <>
      <ListPage<ApiKey>
        list={list}
        title={translate('access.keys.title')}
        caption={translate('access.keys.caption')}
        actions={add(<Icon name="plus" />)}
        columns={apiKeyColumns(translate, onRevoke)}
        phoneRow={(key) => <ApiKeyRow apiKey={key} onRevoke={onRevoke} />}
        table={{ rowSx: standing }}
        empty={{
          icon: 'lock',
          title: translate('access.keys.none'),
          why: translate('access.keys.noneWhy'),
          action: add(),
        }}
        skeletonRows={4}
      />
      {search.get('new') && mayAdd && !made && <ApiKeyCreate onMade={setMade} onClose={() => setSearch({})} />}
      {made && (
        <ShownOnce
          made={made}
          onClose={() => {
            setMade(null);
            setSearch({});
          }}
        />
      )}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
