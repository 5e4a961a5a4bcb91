const LEGAL_FORM = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司|集团)$/u;

/** A phone for those who do not work with its owner: 138****8000. Short numbers keep two digits. */
export function maskedPhone(phone: string): string {
  if (phone === '') return '';
  return phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/**
 * A name for those outside its scope: the first character and the legal form stay, 泽＊＊＊＊＊有限公司. The number of stars
 * tells nothing.
 */
export function maskedName(name: string): string {
  const form = LEGAL_FORM.exec(name)?.[0] ?? '';
  return `${[...name][0] ?? ''}＊＊＊＊＊${form}`;
}
