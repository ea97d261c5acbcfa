import type { Feedback } from './feedback';
import './feedback.scss';

const toastMs = 3_000;
let line: HTMLElement | null = null;
let hide = 0;

/** Made once and left empty: a live region must stand before it speaks. */
function liveLine(): HTMLElement {
  if (line) return line;
  line = document.createElement('div');
  line.className = 'toast';
  line.setAttribute('role', 'status');
  document.body.append(line);
  return line;
}

function button(text: string, name: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = `ask__button ${name}`;
  made.textContent = text;
  made.addEventListener('click', onPress);
  return made;
}

function paragraph(tag: 'h2' | 'p', name: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  made.id = name;
  made.textContent = text;
  return made;
}

export const feedback: Feedback = {
  toast(text) {
    const shown = liveLine();
    window.clearTimeout(hide);
    shown.textContent = text;
    hide = window.setTimeout(() => (shown.textContent = ''), toastMs);
  },
  confirm: ({ title, text, yes, no }) =>
    new Promise((resolve) => {
      if (typeof HTMLDialogElement === 'undefined') return resolve(window.confirm(`${title}\n${text}`));
      const dialog = document.createElement('dialog');
      const end = (isYes: boolean) => {
        dialog.remove();
        resolve(isYes);
      };
      dialog.className = 'ask';
      dialog.setAttribute('aria-labelledby', 'ask__title');
      dialog.setAttribute('aria-describedby', 'ask__text');
      dialog.append(
        paragraph('h2', 'ask__title', title),
        paragraph('p', 'ask__text', text),
        button(no, 'ask__no', () => end(false)),
        button(yes, 'ask__yes', () => end(true)),
      );
      dialog.addEventListener('cancel', () => end(false));
      document.body.append(dialog);
      dialog.showModal();
    }),
};
