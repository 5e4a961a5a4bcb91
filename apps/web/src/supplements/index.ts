import { lazy } from 'react';

/** 补充协议: what a contract's page hangs in. */
export const SupplementsPanel = lazy(() => import('./SupplementsPanel.js'));
