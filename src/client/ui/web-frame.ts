/** Looks of what surrounds the pages on the web: the tab bar, the keyboard's focus. */
export {};
