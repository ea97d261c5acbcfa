import { useEffect, useRef, type RefObject } from 'react';

const focusable = '[tabindex="0"], input, textarea, a[href]';

export function useDialogFocus(onEscape: () => void): RefObject<HTMLElement> {
  const dialog = useRef<HTMLElement>(null);
  const escape = useRef(onEscape);
  escape.current = onEscape;
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      // A question over a dialog has the keys to itself.
      const open = document.querySelectorAll('[aria-modal="true"]');
      if (!dialog.current || open[open.length - 1] !== dialog.current) return;
      if (event.key === 'Escape') escape.current();
      if (event.key !== 'Tab') return;
      const stops = [...dialog.current.querySelectorAll<HTMLElement>(focusable)];
      const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
      const isOutside = !dialog.current.contains(document.activeElement);
      if (!isOutside && document.activeElement !== end) return;
      event.preventDefault();
      (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return dialog;
}
