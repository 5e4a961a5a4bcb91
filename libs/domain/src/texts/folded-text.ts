/**
 * One key for all spellings of a text: width, case, spaces, hidden characters, brackets and punctuation are removed.
 * The SQL function `folded` does the same. For searching and matching, never for storing.
 */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200D\uFEFF]/gu, '')
    .replace(/[()[\]{}【】〔〕《》〈〉「」『』"'“”‘’·•.、，,_\p{Pd}]/gu, '');
