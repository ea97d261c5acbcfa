import { openCamera } from './camera';
import { CameraError } from './camera-error';
import { createQrReader, type QrReader } from './qr-reader';
import { scanTexts as texts } from './texts';
import './scan-overlay.scss';

/** Between two looks at the camera, ms. */
const lookEveryMs = 150;

const markup = `
<h2 class="scan__title" id="scan-title">${texts.title}</h2>
<button class="scan__close" type="button">${texts.close}</button>
<div class="scan__view">
  <video class="scan__video" muted playsinline></video>
  <div class="scan__frame"></div>
</div>
<p class="scan__note" role="status">${texts.starting}</p>
<label class="scan__album">${texts.album}<input class="scan__file" type="file" accept="image/*"></label>
<form class="scan__form">
  <label class="scan__label" for="scan-typed">${texts.typed}</label>
  <input class="scan__typed" id="scan-typed" maxlength="300" autocomplete="off" autocapitalize="off"
    spellcheck="false" enterkeyhint="done" placeholder="${texts.typedHint}" required>
  <button class="scan__done">${texts.done}</button>
</form>`;

function part<Kind extends HTMLElement>(dialog: Element, name: string, kind: new () => Kind): Kind {
  const found = dialog.querySelector(`.scan__${name}`);
  if (found instanceof kind) return found;
  throw new Error(`The scan overlay has no ${name}`);
}

/** Looks at the video until a code is read or the overlay is closed. */
async function watch(
  video: HTMLVideoElement,
  reader: QrReader,
  isOpen: () => boolean,
): Promise<string | null> {
  while (isOpen()) {
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await reader.read(video) : null;
    if (text !== null) return text;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return null;
}

function show(dialog: HTMLDialogElement): void {
  document.body.append(dialog);
  if (typeof dialog.showModal === 'function') return dialog.showModal();
  // Browsers before 2022: no trap for the focus, but everything can be reached.
  dialog.setAttribute('open', '');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  part(dialog, 'close', HTMLButtonElement).focus();
}

class ScanOverlay {
  private readonly dialog = document.createElement('dialog');
  private readonly back = document.activeElement;
  private reader: Promise<QrReader> | null = null;
  private closeCamera: () => void = () => undefined;
  private isOpen = true;

  constructor(private readonly settle: (text: string | null) => void) {
    this.dialog.className = 'scan';
    this.dialog.setAttribute('aria-labelledby', 'scan-title');
    this.dialog.innerHTML = markup;
    this.listen();
    show(this.dialog);
    void this.useCamera();
  }

  private listen(): void {
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.close(null);
    });
    this.dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close(null);
    });
    part(this.dialog, 'close', HTMLButtonElement).addEventListener('click', () => this.close(null));
    part(this.dialog, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      const typed = part(this.dialog, 'typed', HTMLInputElement).value.trim();
      if (typed) this.close(typed);
    });
    part(this.dialog, 'file', HTMLInputElement).addEventListener('change', () => void this.usePhoto());
    window.addEventListener('popstate', this.leave);
    window.addEventListener('hashchange', this.leave);
  }

  /** Going back closes it like everything else that lies over a page. */
  private readonly leave = () => this.close(null);

  private async useCamera(): Promise<void> {
    const video = part(this.dialog, 'video', HTMLVideoElement);
    try {
      const closeCamera = await openCamera(video);
      if (!this.isOpen) return closeCamera();
      this.closeCamera = closeCamera;
      this.dialog.classList.add('scan--live');
      this.say(texts.aim);
    } catch (error) {
      this.dialog.classList.add('scan--blind');
      const isRefused = error instanceof CameraError && error.reason === 'refused';
      return this.say(isRefused ? texts.refused : texts.unavailable);
    }
    const reader = await this.loadReader();
    const text = reader && (await watch(video, reader, () => this.isOpen));
    if (text !== null) this.close(text);
  }

  private async usePhoto(): Promise<void> {
    const input = part(this.dialog, 'file', HTMLInputElement);
    const photo = input.files?.[0];
    const reader = photo ? await this.loadReader() : null;
    if (!photo || !reader) return;
    const text = await reader.read(photo);
    input.value = '';
    if (text === null) this.say(texts.notFound);
    else this.close(text);
  }

  private async loadReader(): Promise<QrReader | null> {
    try {
      this.reader ??= createQrReader();
      return await this.reader;
    } catch {
      this.reader = null;
      this.say(texts.noDecoder);
      return null;
    }
  }

  private say(text: string): void {
    if (this.isOpen) part(this.dialog, 'note', HTMLParagraphElement).textContent = text;
  }

  private close(text: string | null): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.closeCamera();
    window.removeEventListener('popstate', this.leave);
    window.removeEventListener('hashchange', this.leave);
    this.dialog.remove();
    if (this.back instanceof HTMLElement) this.back.focus();
    this.settle(text);
  }
}

/** The camera over the whole page, a photo instead, and the number as the last resort. Null when it is closed. */
export function openScanOverlay(): Promise<string | null> {
  return new Promise((resolve) => void new ScanOverlay(resolve));
}
