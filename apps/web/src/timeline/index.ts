import { worded } from '../providers/i18nProvider.js';

export const TimelinePanel = worded(() => import('./TimelinePanel.js'));
export const TimelineCard = worded(() => import('./TimelineCard.js'));
