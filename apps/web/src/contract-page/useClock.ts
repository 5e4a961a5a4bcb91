import { useTranslate } from 'ra-core';
import type { Stop } from '../contracts/index.js';

type Said = 'overdue' | 'left' | 'done' | 'onTime' | 'early' | 'late' | 'lateExtended';

/** 晚 18 天, 逾期 689 天, 还有 6 天: the state of a milestone by the day; null if there is nothing to say. */
export function useClock(): (stop: Stop) => string | null {
  const translate = useTranslate();
  return ({ actual, planned, extendedTo, days }) => {
    if (actual === null && planned === null) return null;
    const said = (name: Said) => translate(`contracts.stop.${name}`, { smart_count: Math.abs(days ?? 0) });
    if (actual === null) return said(days !== null && days > 0 ? 'overdue' : 'left');
    if (days === null) return said('done');
    if (days === 0) return said('onTime');
    return said(days < 0 ? 'early' : extendedTo !== null ? 'lateExtended' : 'late');
  };
}
