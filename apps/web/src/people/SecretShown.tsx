import type { UserWithSecret } from '@crm/api-contract/access';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'ra-core';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { copyText } from '../parts/text/copyText.js';
import { InstantText } from '../parts/text/DayText.js';

export type WithSecret = Pick<UserWithSecret, 'name' | 'username' | 'initialPassword' | 'startingUntil'>;

/** The only moment at which a starting secret can be read. */
export function SecretShown({ made, onClose }: { made: WithSecret; onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = () =>
    void copyText(made.initialPassword).then((copied) =>
      notify(translate(copied ? 'people.secret.copied' : 'people.secret.notCopied')),
    );
  return (
    <SideDrawer
      title={translate('people.secret.title', { name: made.name })}
      onClose={onClose}
      foot={
        <Button variant="contained" onClick={copy}>
          {translate('people.secret.copy')}
        </Button>
      }
    >
      <Note kind="warning">{translate('people.secret.once')}</Note>
      <dl className="personfacts">
        <dt>{translate('people.username')}</dt>
        <dd className="code">{made.username}</dd>
        {made.startingUntil && (
          <>
            <dt>{translate('people.secret.until')}</dt>
            <dd>
              <InstantText at={made.startingUntil} />
            </dd>
          </>
        )}
      </dl>
      <p className="code secret">{made.initialPassword}</p>
    </SideDrawer>
  );
}
