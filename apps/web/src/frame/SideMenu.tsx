import { useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router';
import { Icon } from '../parts/marks/Icon.js';
import { menuGroups, type MenuEntry } from './room.js';
import { isOpen, useMenu } from './useMenu.js';

function MenuLink({ entry, onClick }: { entry: MenuEntry; onClick?: () => void }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const on = isOpen(entry.path, pathname);
  const label = translate(entry.label);
  return (
    <Link
      to={entry.path}
      className={on ? 'on' : undefined}
      aria-current={on ? 'page' : undefined}
      title={label}
      onClick={onClick}
    >
      <Icon name={entry.icon} />
      <span className="word">{label}</span>
      {entry.Count && (
        <span className="count">
          <entry.Count />
        </span>
      )}
    </Link>
  );
}

/** A group without visible entries has no heading. */
export function MenuList({ onClick }: { onClick?: () => void }) {
  const translate = useTranslate();
  const entries = useMenu();
  return (
    <>
      {entries
        .filter((entry) => !entry.group)
        .map((entry) => (
          <MenuLink key={entry.path} entry={entry} onClick={onClick} />
        ))}
      {menuGroups.map((group) => {
        const inGroup = entries.filter((entry) => entry.group === group);
        return (
          inGroup.length > 0 && (
            <div key={group} role="group" aria-label={translate(`frame.group.${group}`)}>
              <div className="groupname" aria-hidden>
                {translate(`frame.group.${group}`)}
              </div>
              {inGroup.map((entry) => (
                <MenuLink key={entry.path} entry={entry} onClick={onClick} />
              ))}
            </div>
          )
        );
      })}
    </>
  );
}

export function SideMenu() {
  const translate = useTranslate();
  return (
    <nav className="side" aria-label={translate('frame.mainMenu')}>
      <MenuList />
    </nav>
  );
}
