import { Form, SaveButton } from 'react-admin';
import type { FormProps } from 'ra-core';
import type { KeyboardEvent, ReactNode } from 'react';
import { Kbd } from '../marks/Kbd.js';
import { SideDrawer, type SideDrawerProps } from '../layout/SideDrawer.js';

interface DrawerFormProps<Values extends object>
  extends
    Pick<SideDrawerProps, 'title' | 'caption' | 'onClose'>,
    Pick<FormProps, 'defaultValues' | 'record' | 'validate'> {
  /** Receives the form's values; returns refusals by field. */
  onSubmit?: (values: Values) => unknown;
  children: ReactNode;
  /** Beside the save button: 保存并记一次跟进. */
  more?: ReactNode;
  save?: string;
}

/** Ctrl Enter saves from any field. */
const saveByKey = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.closest('[role=dialog]')?.querySelector('form')?.requestSubmit();
  }
};

/**
 * A form beside its list, inside <CreateBase> or <EditBase>: one column, save at the bottom. The form element is inside
 * the drawer (which React renders outside the page), so the save button submits it. Leaving with changes asks first.
 */
export function DrawerForm<Values extends object>({
  title,
  caption,
  onClose,
  children,
  more,
  save,
  onSubmit,
  ...form
}: DrawerFormProps<Values>) {
  return (
    <SideDrawer title={title} caption={caption} onClose={onClose} bare>
      <Form {...form} onSubmit={onSubmit as FormProps['onSubmit']} className="drawerform" warnWhenUnsavedChanges>
        <div className="drawerbody" onKeyDown={saveByKey}>
          <div className="stack">{children}</div>
        </div>
        <div className="drawerfoot">
          <SaveButton alwaysEnable {...(save ? { label: save } : {})} />
          {more}
          <span className="sp" />
          <Kbd>Ctrl Enter</Kbd>
        </div>
      </Form>
    </SideDrawer>
  );
}
