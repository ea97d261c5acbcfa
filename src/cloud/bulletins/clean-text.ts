/** What is not seen and changes how the rest is read: control and format characters. Joiners hold emoji together. */
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/** One line. */
export const cleanLine = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(unseen, '')
    .normalize('NFC');

/** Several lines, of which at most one is empty at a time. */
export const cleanLines = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .split('\n')
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
