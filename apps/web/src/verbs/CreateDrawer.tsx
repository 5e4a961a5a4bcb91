import { CreateBase, useNotify, useRefresh, useTranslate, type RaRecord } from 'ra-core';
import { useState, type ReactNode } from 'react';
import { DrawerForm } from '../parts/forms/DrawerForm.js';
import { uuid } from '../providers/http.js';

interface CreateDrawerProps<Values extends object> {
  resource: string;
  title: ReactNode;
  caption?: ReactNode;
  /** The notice after it was created. */
  said: string;
  save?: string;
  defaultValues: Partial<Values>;
  /** The values of the fields, as on the wire. */
  bodyOf?: (values: Values) => object;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A new record of a resource, in a drawer beside its list. Pressing twice creates one. A refused value is shown at its
 * field, any other refusal above the fields. Shown data is loaded again.
 */
export function CreateDrawer<Values extends object>({
  resource,
  said,
  bodyOf,
  onClose,
  children,
  ...drawer
}: CreateDrawerProps<Values>) {
  const notify = useNotify();
  const refresh = useRefresh();
  const translate = useTranslate();
  const [idempotencyKey] = useState(uuid);
  const [error, setError] = useState<unknown>(null);
  const onSuccess = (_record: RaRecord) => {
    notify(translate(said, { _: said }), { type: 'success' });
    refresh();
    onClose();
  };
  return (
    <CreateBase
      resource={resource}
      transform={(values: Values) => (setError(null), bodyOf ? bodyOf(values) : values)}
      mutationOptions={{ onSuccess, onError: setError, meta: { idempotencyKey } }}
    >
      <DrawerForm {...drawer} error={error} onClose={onClose}>
        {children}
      </DrawerForm>
    </CreateBase>
  );
}
