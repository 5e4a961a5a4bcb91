/** A complete number: a mobile, a landline with its area code, a 400 number, or one with its country code. */
const COMPLETE = /^(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|[48]00\d{7}|\+\d{8,15})$/;

/**
 * Only a complete number is looked up. Otherwise a person could find a number digit by digit. `phone` is normalised.
 */
export const isCompletePhone = (phone: string): boolean => COMPLETE.test(phone);

/** Our default, per hour: how many different numbers may be looked up, or how many whole numbers shown. */
export const PHONE_CHECKS_AN_HOUR = 10;
export const UNMASKINGS_AN_HOUR = 20;

/** A reason must have at least four characters, three of them different. */
export const isReason = (text: string): boolean => {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one));
  return letters.length >= 4 && new Set(letters).size >= 3;
};
