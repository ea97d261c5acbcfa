import type { ScreenLight } from './screen-light';

interface Lock {
  release(): Promise<void>;
}

/** Not in browsers before 2022, and not without HTTPS. */
async function lock(): Promise<Lock | null> {
  const { wakeLock } = navigator as { wakeLock?: { request(kind: 'screen'): Promise<Lock> } };
  try {
    return (await wakeLock?.request('screen')) ?? null;
  } catch {
    // Low on battery, or not in front.
    return null;
  }
}

export const screenLight: ScreenLight = {
  hold() {
    let isHeld = true;
    let held: Lock | null = null;
    const take = async () => {
      const fresh = await lock();
      if (isHeld) held = fresh;
      else void fresh?.release();
    };
    // A browser lets it go whenever the page is covered.
    const retake = () => {
      if (document.visibilityState === 'visible') void take();
    };
    document.addEventListener('visibilitychange', retake);
    void take();
    return () => {
      isHeld = false;
      document.removeEventListener('visibilitychange', retake);
      void held?.release();
    };
  },
};
