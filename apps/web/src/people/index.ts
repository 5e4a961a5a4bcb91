export { NewPassword, RepeatedPassword } from './PasswordFields.js';
