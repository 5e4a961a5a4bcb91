import type { ReactNode } from 'react';
import { SaveButton } from 'react-admin';
import { SideDrawer, type SideDrawerProps } from '../layout/SideDrawer.js';
import { Kbd } from '../marks/Kbd.js';
import { EntryForm, type EntryFormProps } from './EntryForm.js';

interface DrawerFormProps<Values extends object>
  extends Pick<SideDrawerProps, 'title' | 'caption' | 'onClose'>, Omit<EntryFormProps<Values>, 'className'> {
  /** Beside the save button: 保存并记一次跟进. */
  more?: ReactNode;
  save?: string;
}

/**
 * The form beside its list: one column, save at the foot. The form element lies within the drawer (which is drawn
 * outside the page's own elements), so the save button submits it.
 */
export function DrawerForm<Values extends object>({
  title,
  caption,
  onClose,
  children,
  more,
  save,
  ...form
}: DrawerFormProps<Values>) {
  return (
    <SideDrawer title={title} caption={caption} onClose={onClose} bare>
      <EntryForm
        {...form}
        className="drawerform"
        foot={
          <div className="drawerfoot">
            <SaveButton alwaysEnable {...(save ? { label: save } : {})} />
            {more}
            <span className="spacer" />
            <Kbd>Ctrl Enter</Kbd>
          </div>
        }
        frame={(fields) => (
          <div className="drawerbody">
            <div className="stack">{fields}</div>
          </div>
        )}
      >
        {children}
      </EntryForm>
    </SideDrawer>
  );
}
