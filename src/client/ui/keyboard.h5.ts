import { useEffect, useRef } from 'react';
import type { OnKey } from './keyboard';

const fields = 'input, textarea, select, [contenteditable="true"]';
/** A map takes the arrow keys itself. */
const taking = `${fields}, .leaflet-container`;

function press(event: KeyboardEvent, onKey: OnKey): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (document.querySelector('[role="dialog"]')) return;
  const focused = document.activeElement;
  if (focused?.closest(taking)) {
    if (event.key === 'Escape' && focused instanceof HTMLElement) focused.blur();
    return;
  }
  if (onKey(event.key, focused?.id ?? '')) event.preventDefault();
}

export function useKeys(isOn: boolean, onKey: OnKey): void {
  const act = useRef(onKey);
  act.current = onKey;
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => press(event, act.current);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [isOn]);
}

export function focusOn(selector: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(`.taro_page:not(.taro_page_shade) ${selector}`)];
  found[found.length - 1]?.focus();
}
