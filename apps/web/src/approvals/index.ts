import { worded } from '../providers/i18nProvider.js';

export const SigningReview = worded(() => import('./SigningReview.js'), 'approvals');
