import type { errorsZh } from './errors.zh.js';
import type { Twin } from '../../i18n/shape.js';

export const errorsEn: Twin<typeof errorsZh> = {
  errors: {
    unknown:
      'The page failed and the action was not completed. Reload and try again; if it fails again, give the number below to an administrator.',
    'status.0': 'The server cannot be reached. Check the network and try again; what you typed is still here.',
    'status.400': 'The request was not understood. Reload the page and try again.',
    'status.401': 'Your session has ended. Please sign in again.',
    'status.403': 'You are not allowed to do this. Ask an administrator if you need it.',
    'status.404': 'Not found: it may have been deleted, or is outside your scope. Go back to the list.',
    'status.409': 'It conflicts with existing data and was not saved. Reload and compare.',
    'status.412': 'Another person saved first. Compare the differences, then save again.',
    'status.413': 'Too large to upload. Split it and try again.',
    'status.415': 'This kind of file is not supported. Use another format.',
    'status.422': 'Something does not meet the rules and was not saved. Correct the marked fields.',
    'status.429': 'Too many requests. Try again in %{seconds} second(s).',
    'status.500':
      'The server failed and the action was not completed. Try again later; if it fails again, give the number to an administrator.',
    'status.502': 'The server is restarting. Try again in a moment.',
    'status.503': 'The server is busy or under maintenance. Try again in %{seconds} second(s).',
    'status.504': 'The server did not answer in time. Try again in a moment.',
  },
};
