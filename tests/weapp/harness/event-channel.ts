type Listener = (...given: unknown[]) => void;

/** Between a page and the page it opened. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: Listener): void {
    const only: Listener = (...given) => {
      this.off(name, only);
      listener(...given);
    };
    this.on(name, only);
  }

  off(name: string, listener?: Listener): void {
    const others = (this.listeners.get(name) ?? []).filter((other) => listener && other !== listener);
    this.listeners.set(name, others);
  }

  emit(name: string, ...given: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...given);
  }
}
