import type { OnKey } from './keyboard';

export function useKeys(_isOn: boolean, _onKey: OnKey): void {
  // Nothing to press.
}

export function focusOn(_selector: string): void {
  // Nothing to focus.
}
