import { worded } from '../providers/i18nProvider.js';

/** 补充协议: what a contract's page hangs in. */
export const SupplementsPanel = worded(() => import('./SupplementsPanel.js'));
