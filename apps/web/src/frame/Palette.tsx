import Dialog from '@mui/material/Dialog';
import { Command } from 'cmdk';
import { useTranslate } from 'ra-core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { CutNote, isCut } from '../parts/fields/CutNote.js';
import { Icon, type IconName } from '../parts/marks/Icon.js';
import { search, searchKinds, type Hit, type SearchKind } from './search.js';
import { useMenu } from './useMenu.js';

const icons: Record<SearchKind, IconName> = { enterprises: 'enterprises', leads: 'leads', contracts: 'contracts' };

/** Long enough for the next key of a fast typist, short enough to feel immediate. */
const PAUSE_MS = 120;

function useHits(q: string): { hits: Hit[]; state: 'idle' | 'busy' | 'done' | 'unavailable' } {
  const [found, setFound] = useState<{ q: string; hits: Hit[] | null }>({ q: '', hits: [] });
  useEffect(() => {
    if (q === '') return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(q, stop.signal).then(
        (hits) => setFound({ q, hits }),
        () => !stop.signal.aborted && setFound({ q, hits: null }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);
  if (q === '') return { hits: [], state: 'idle' };
  if (found.q !== q) return { hits: found.hits ?? [], state: 'busy' };
  return found.hits === null ? { hits: [], state: 'unavailable' } : { hits: found.hits, state: 'done' };
}

/** Ctrl K: pages by name, and visible records by name, initials, code and number. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const entries = useMenu();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { hits, state } = useHits(q);
  const pages = entries.filter(
    (entry) =>
      q === '' ||
      translate(entry.label).toLowerCase().includes(q.toLowerCase()) ||
      entry.path.includes(q.toLowerCase()),
  );
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const empty = state === 'done' && hits.length === 0 && pages.length === 0;
  return (
    <Dialog
      open
      onClose={onClose}
      className="palettedialog"
      slotProps={{ paper: { className: 'palette', 'aria-label': translate('frame.searchShort') } }}
    >
      <Command shouldFilter={false} label={translate('frame.searchShort')} loop>
        <div className="palettefield">
          <Icon name="search" size={20} />
          <Command.Input
            autoFocus
            value={typed}
            onValueChange={setTyped}
            placeholder={translate('frame.palette.placeholder')}
          />
          <span className="caption hintword">{translate('frame.palette.hint')}</span>
        </div>
        {isCut(typed) && (
          <div className="say">
            <CutNote typed={typed} />
          </div>
        )}
        <Command.List label={translate('frame.searchShort')}>
          {searchKinds.map((kind) => {
            const ofKind = hits.filter((hit) => hit.kind === kind);
            return (
              ofKind.length > 0 && (
                <Command.Group key={kind} heading={translate(`frame.palette.${kind}`)}>
                  {ofKind.map((hit) => (
                    <Command.Item
                      key={hit.id}
                      value={`${kind}/${hit.id}`}
                      onSelect={() => go(`/${kind}/${hit.id}/show`)}
                    >
                      <Icon name={icons[kind]} />
                      <b>{hit.title}</b>
                      {hit.caption && <span className="caption ellipsis">{hit.caption}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              )
            );
          })}
          {pages.length > 0 && (
            <Command.Group heading={translate('frame.palette.pages')}>
              {pages.map((entry) => (
                <Command.Item key={entry.path} value={entry.path} onSelect={() => go(entry.path)}>
                  <Icon name={entry.icon} />
                  <span>{translate(entry.label)}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {empty && <div className="say quiet">{translate('frame.palette.nothing', { q })}</div>}
          {state === 'unavailable' && <div className="say quiet">{translate('frame.palette.unavailable')}</div>}
        </Command.List>
        <div className="palettefoot caption">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {translate('frame.palette.choose')}
          </span>
          <span>
            <kbd>Enter</kbd> {translate('frame.palette.open')}
          </span>
          <span className="spacer" />
          <span>{translate('frame.palette.scope')}</span>
        </div>
      </Command>
    </Dialog>
  );
}
