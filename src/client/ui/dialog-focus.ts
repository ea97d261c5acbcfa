import type { Ref } from 'react';

/** Keeps the keyboard within a dialog while it is open, and gives the focus back after. Nothing to do without a keyboard. */
export declare function useDialogFocus(onEscape: () => void): Ref<unknown>;
