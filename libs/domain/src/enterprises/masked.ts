const LEGAL_FORM = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司|集团)$/u;

/** Phones as shown to people who do not work with the contact: 138****8000. Short numbers keep two digits. */
export const maskedPhone = (phones: string): string =>
  phones === '' ? '' : phones.split('、').map(maskedNumber).join('、');

function maskedNumber(whole: string): string {
  const phone = whole.replace(/转\d+$/u, '');
  return phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * The name as shown outside its scope: the first character and the legal form stay, 泽＊＊＊＊＊有限公司. The number of stars is
 * fixed and reveals nothing.
 */
export function maskedName(name: string): string {
  const form = LEGAL_FORM.exec(name)?.[0] ?? '';
  return `${[...name][0] ?? ''}＊＊＊＊＊${form}`;
}
