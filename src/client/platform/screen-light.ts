/** The phone's screen while somebody else looks at it. */
export interface ScreenLight {
  /** Stays on, and at its brightest where the device lets an app do that. Returns how to let it go. */
  hold(options: { isBright: boolean }): () => void;
}

export declare const screenLight: ScreenLight;
