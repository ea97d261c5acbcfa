const patienceMs = 10_000;

const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const lookEveryMs = 20;

/** Resolves as soon as the page, or what stands behind it, makes it true. */
export async function until<Found>(look: () => Found | null | undefined | false): Promise<Found> {
  const found = look();
  if (found) return found;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => {
      const now = look();
      if (now) end(() => resolve(now));
    });
    const timer = setTimeout(() => {
      end(() => reject(new Error(`Not seen: ${look.toString()}\nThe page says: ${words(document.body)}`)));
    }, patienceMs);
    function end(then: () => void) {
      observer.disconnect();
      clearTimeout(timer);
      clearInterval(glance);
      then();
    }
    const glance = setInterval(() => {
      const now = look();
      if (now) end(() => resolve(now));
    }, lookEveryMs);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** The innermost element that says it. */
function saying(text: string): HTMLElement | null {
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) =>
    words(one).includes(text),
  );
  return all[all.length - 1] ?? null;
}

export const seen = (text: string) => until(() => saying(text));
export const gone = (text: string) => until(() => !saying(text));

const controls = '[role="button"], [role="link"], [role="radio"], [role="checkbox"], [role="switch"]';
const nameOf = (element: Element) => element.getAttribute('aria-label') ?? words(element);

/** What can be pressed and is called so, else what has it in its name. */
export function control(name: string): HTMLElement | null {
  const all = [...document.body.querySelectorAll<HTMLElement>(controls)];
  const exact = all.filter((one) => nameOf(one) === name);
  const holding = all.filter((one) => nameOf(one).includes(name));
  return exact[exact.length - 1] ?? holding[holding.length - 1] ?? null;
}

export async function press(text: string): Promise<void> {
  (await until(() => control(text))).click();
}

/** Writes into the field a label names. */
export async function write(label: string, text: string): Promise<void> {
  const field = await until(() =>
    document.body.querySelector<HTMLInputElement | HTMLTextAreaElement>(
      `[aria-label="${label}"] input, input[aria-label="${label}"], textarea[aria-label="${label}"]`,
    ),
  );
  // React hears only of what the element's own setter has not told it.
  const prototype: unknown = Object.getPrototypeOf(field);
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export const all = (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)];
