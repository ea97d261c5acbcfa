import { invitationPattern } from '../../../contract/merchants';

const inLink = /[?&]invitation=([0-9a-zA-Z]{10})(?:&|$)/;
const alone = new RegExp(invitationPattern);

/** The code in what was typed, pasted or scanned; null where there is none. */
export function invitationIn(text: string): string | null {
  const typed = inLink.exec(text.trim())?.[1] ?? text.replace(/[\s-]/g, '');
  const code = typed.toLowerCase();
  return alone.test(code) ? code : null;
}
