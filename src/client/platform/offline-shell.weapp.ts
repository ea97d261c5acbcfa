/** WeChat keeps the mini-program on the phone. */
export const keepOfflineShell = (): void => undefined;
