/** Sees to it that the app itself opens without a network; its data are the stores' business. */
export declare const keepOfflineShell: () => void;
