import type { TranslateFunction } from 'ra-core';
import { showInstant } from '../parts/text/days.js';
import { NONE } from '../parts/text/numbers.js';
import { counted, endNamed, routeNamed } from './toldIn.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The value of a column or a fact in the reader's words; what is nested is shown as it is stored. */
export function shownValue(translate: TranslateFunction, field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return NONE;
  if (typeof value === 'boolean') return translate(value ? 'audit.yes' : 'audit.no');
  if (field === 'routes' || field === 'codes') return counted(translate, field, value).join('\n');
  // A personal value whose person was erased from the trail, or that does not open, comes as a mark.
  if (typeof value === 'object' && 'erased' in value) return translate('audit.erased');
  if (typeof value === 'object' && 'unreadable' in value) return translate('audit.unreadable');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'route') return routeNamed(translate, value);
  if (field === 'ended_because') return endNamed(translate, value);
  return INSTANT.test(value) ? showInstant(value) : value;
}
