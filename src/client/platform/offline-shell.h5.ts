/** Fetching everything at once would slow down what the person is waiting for on a poor connection. */
const afterLoadMs = 3_000;

const register = () =>
  setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined), afterLoadMs);

export const keepOfflineShell = (): void => {
  // Not in development: there is no built worker.
  if (!('serviceWorker' in navigator) || process.env.NODE_ENV !== 'production') return;
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
};
