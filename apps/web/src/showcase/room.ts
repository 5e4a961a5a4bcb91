import { createElement } from 'react';
import { worded } from '../providers/i18nProvider.js';

const ShowcasePage = worded(() => import('./ShowcasePage.js'), 'showcase');

/** Every part in light and dark, at /parts; for whoever builds with them (`vite dev`), not for users. */
export const showcaseRoute = { path: '/parts', element: createElement(ShowcasePage) };
