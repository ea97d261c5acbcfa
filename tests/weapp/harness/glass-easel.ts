/** The parts of WeChat's open-source component framework that the harness stands on. */

export type Values = Record<string, unknown>;

export interface EaselEvent {
  type: string;
  timeStamp: number;
  target: EaselTarget;
  currentTarget: EaselTarget;
  mark: Values | null;
  detail: unknown;
  getOriginalEvent?(): unknown;
  getEventBubbleStatus(): boolean;
  stopPropagation(): void;
}

export interface EaselTarget {
  id?: string;
  is?: string;
  dataset?: Values;
  /** A caller's component, seen through its own methods. */
  _$?: EaselTarget;
  getBackendElement?(): HTMLElement | null;
}

/** A built-in component as it lives on screen. */
export interface EaselComponent extends EaselTarget {
  is: string;
  id: string;
  dataset: Values;
  data: Values;
  getBackendElement(): HTMLElement;
  triggerEvent(name: string, detail?: unknown, options?: object): void;
  addListener(name: string, listener: (event: EaselEvent) => void, options?: object): void;
}

/** A page or component of the mini-program. */
export interface Instance extends Values {
  data: Values;
  setData(data: Values, callback?: () => void): void;
  createSelectorQuery(): unknown;
  createIntersectionObserver(options?: object): unknown;
}

interface ComponentBuilder {
  property(name: string, definition: { type: null; value: undefined }): ComponentBuilder;
  lifetime(name: 'attached', action: (this: EaselComponent) => void): ComponentBuilder;
  observer(properties: string[], action: (this: EaselComponent) => void): ComponentBuilder;
  registerComponent(): object;
}

export interface ComponentSpace {
  define(name: string): ComponentBuilder;
  setGlobalUsingComponent(name: string, definition: object): void;
}

export interface CodeSpace {
  getComponentSpace(): ComponentSpace;
  addCompiledTemplate(path: string, template: { groupList: unknown; content: unknown }): void;
  addComponentStaticConfig(path: string, config: object): void;
  addStyleSheet(path: string, sheet: undefined, scope: string): void;
  componentEnv(path: string, define: (environment: ComponentEnvironment) => void): void;
}

interface ComponentEnvironment {
  Page(definition: Values): void;
  Component(definition: Values): void;
  Behavior(definition: Values): unknown;
}

export interface Root {
  get(): Instance;
  attach(parent: HTMLElement, placeholder: HTMLElement): void;
  getComponent(): EaselComponent;
  release(): void;
}

export interface Backend {
  createRoot(name: string, space: CodeSpace, path: string): Root;
}

export interface BackendContext {
  document: Pick<Document, 'createTextNode' | 'createDocumentFragment'> & {
    createElement(tag: string): HTMLElement;
  };
  setListenerStats(element: unknown, type: string, ...rest: unknown[]): void;
  onEvent(action: (element: unknown, name: string, detail: unknown, options: object) => unknown): void;
}

type Listener<Argument> = (argument: Argument, ...rest: string[]) => boolean;

export interface GlassEasel {
  globalOptions: { writeIdToDOM: boolean };
  addGlobalErrorListener(listener: Listener<unknown>): void;
  removeGlobalErrorListener(listener: Listener<unknown>): void;
  addGlobalWarningListener(listener: Listener<string>): void;
  removeGlobalWarningListener(listener: Listener<string>): void;
  CurrentWindowBackendContext: new () => BackendContext;
  Event: {
    new (name: string, detail: unknown, options: object): EaselEvent;
    dispatchEvent(element: unknown, event: EaselEvent): void;
  };
}

export interface Adapter {
  MiniProgramEnv: new () => {
    getGlobalCodeSpace(): CodeSpace;
    createCodeSpace(id: string, isMain: boolean): CodeSpace;
    associateBackend(context: BackendContext): Backend;
  };
}

/** The component drawn by an element of the screen. */
export function componentOf(element: Element | null | undefined): EaselComponent | undefined {
  return (element as { __wxElement?: EaselComponent } | null | undefined)?.__wxElement;
}
