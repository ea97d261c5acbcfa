import { componentOf, type EaselComponent, type Values } from './glass-easel';

export type Target = string | Element;

const nameOf = (target: Target) => (typeof target === 'string' ? target : target.tagName.toLowerCase());

const isWanted = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** What a person sees and touches, on the page that is on screen. */
export class Hands {
  constructor(private readonly window: Window & typeof globalThis) {}

  get $body(): HTMLElement {
    return this.window.document.body;
  }

  /** The first element of a selector. */
  $(target: Target): Element {
    const element = typeof target === 'string' ? this.$body.querySelector(target) : target;
    if (!element) throw new Error(`nothing on screen matches ${nameOf(target)}`);
    return element;
  }

  all(selector: string): Element[] {
    return [...this.$body.querySelectorAll(selector)];
  }

  text(target: Target): string {
    return this.$(target).textContent;
  }

  has(text: string | RegExp): boolean {
    return this.findByText(text) !== undefined;
  }

  /** The innermost element that says exactly this, or the `nth` of them. */
  byText(
    text: string | RegExp,
    { nth = 0, within = 'body' }: { nth?: number; within?: string } = {},
  ): Element {
    const found = this.findByText(text, nth, within);
    if (!found) throw new Error(`nothing on screen says ${String(text)}; it says: ${this.$body.textContent}`);
    return found;
  }

  tap(target: Target): void {
    const element = this.$(target);
    for (const type of ['mousedown', 'mouseup'])
      element.dispatchEvent(new this.window.MouseEvent(type, { bubbles: true, clientX: 5, clientY: 5 }));
  }

  tapText(text: string | RegExp, options?: { nth?: number; within?: string }): void {
    this.tap(this.byText(text, options));
  }

  /** Types into an <input> or <textarea>. */
  input(target: Target, value: string): void {
    const field = this.$(target).querySelector<HTMLInputElement>('input,textarea');
    if (!field) throw new Error(`${nameOf(target)} is no field`);
    field.value = value;
    field.dispatchEvent(new this.window.Event('input', { bubbles: true }));
  }

  /** The component behind an element: its properties are in `data`. */
  component(target: Target): EaselComponent {
    const component = componentOf(this.$(target));
    if (!component) throw new Error(`${nameOf(target)} is no component`);
    return component;
  }

  /** Fires a WeChat event at a component: for what no finger can do here (picker change, getphonenumber …). */
  trigger(target: Target, name: string, detail: Values = {}, options: object = {}): void {
    this.component(target).triggerEvent(name, detail, options);
  }

  /** The properties of the <map> on screen. */
  map(target: Target = 'wx-map'): Values {
    return this.component(target).data;
  }

  /** Taps a marker of the <map> by its id. */
  tapMarker(markerId: number, target: Target = 'wx-map'): void {
    const markers = (this.map(target)['markers'] ?? []) as { id?: number }[];
    if (!markers.some(({ id }) => id === markerId)) throw new Error(`the map has no marker ${markerId}`);
    this.trigger(target, 'markertap', { markerId });
  }

  /** Moves the <map>: regionchange, once as it begins and once at its end. */
  moveMap(region: Values, target: Target = 'wx-map'): void {
    this.trigger(target, 'regionchange', { type: 'begin', causedBy: 'gesture' });
    this.trigger(target, 'regionchange', { type: 'end', causedBy: 'drag', ...region });
  }

  private findByText(wanted: string | RegExp, nth = 0, within = 'body'): Element | undefined {
    const root = this.window.document.querySelector(within);
    const matching = [...(root?.querySelectorAll('*') ?? [])].filter((element) =>
      isWanted(element.textContent.trim(), wanted),
    );
    return matching.filter(
      (element) => !matching.some((other) => other !== element && element.contains(other)),
    )[nth];
  }
}
