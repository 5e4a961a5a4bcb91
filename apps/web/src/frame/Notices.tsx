import { Notification } from 'react-admin';

/** One sentence at the bottom left, never over the primary button of a drawer. */
export const Notices = () => (
  <Notification anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} autoHideDuration={5000} />
);
