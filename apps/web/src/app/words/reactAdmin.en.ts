import english from 'ra-language-english';
import type { Twin } from '../../i18n/shape.js';
import type { reactAdminZh } from './reactAdmin.zh.js';

/** react-admin's own English, with office words in place of developer words. */
export const reactAdminEn: Twin<typeof reactAdminZh> = {
  ra: {
    ...english.ra,
    page: { ...english.ra.page, dashboard: 'Home', error: 'Something went wrong' },
    auth: { ...english.ra.auth, user_menu: 'Account', logout: 'Sign out' },
    notification: {
      ...english.ra.notification,
      updated: 'Saved |||| %{smart_count} records updated',
      created: 'Created',
      deleted: 'Deleted |||| %{smart_count} records deleted',
      data_provider_error: 'The data could not be loaded. Reload the page and try again.',
      logged_out: 'Your session has ended. Please sign in again.',
    },
    navigation: {
      ...english.ra.navigation,
      page_range_info: '%{offsetBegin}–%{offsetEnd} of %{total}',
      page_rows_per_page: 'Per page',
    },
    message: {
      ...english.ra.message,
      error: 'The page failed and the action was not completed. Reload and try again.',
    },
  },
} as Twin<typeof reactAdminZh>;
