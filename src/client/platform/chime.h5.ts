import type { Chime } from './chime';

let audio: AudioContext | null = null;

/** Two short tones, the second higher. */
function sound(): void {
  audio ??= new AudioContext();
  const volume = audio.createGain();
  volume.connect(audio.destination);
  const start = audio.currentTime;
  volume.gain.setValueAtTime(0.2, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.45);
  for (const [at, frequency] of [
    [0, 660],
    [0.15, 880],
  ] as const) {
    const tone = audio.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start(start + at);
    tone.stop(start + at + 0.3);
  }
}

export const chime: Chime = {
  ring() {
    const { userActivation } = navigator as { userActivation?: { hasBeenActive: boolean } };
    // Before the first tap a browser allows neither, and complains.
    if (userActivation?.hasBeenActive === false) return;
    try {
      (navigator as { vibrate?: (ms: number) => boolean }).vibrate?.(200);
      sound();
    } catch {
      // A browser without sound.
    }
  },
};
