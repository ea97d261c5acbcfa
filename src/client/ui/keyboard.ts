/** What a key is answered with: true where it did something, so that nothing else happens by it. */
export type OnKey = (key: string, focusedId: string) => boolean;

/** Keys pressed while nothing is written and no dialog is open; Escape leaves a field. A phone has none. */
export declare function useKeys(isOn: boolean, onKey: OnKey): void;

/** Puts the keyboard on what a selector finds first on the page that is shown. */
export declare function focusOn(selector: string): void;
