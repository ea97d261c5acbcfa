import type { Bundle } from './bundle';
import type { EventBridge } from './events';
import type { CodeSpace, Instance, Values } from './glass-easel';
import type { Wx } from './wx';

/** A script in WeChat's wrapper. */
export type Script = (...given: unknown[]) => void;

export interface AppInstance extends Values {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
  onHide?(): void;
  onError?(text: string): void;
}

export interface Modules {
  /** Runs a script once, with what it requires. */
  load(file: string): unknown;
  /** Defines a page or component and those it uses. */
  define(path: string): void;
  app(): AppInstance | undefined;
}

interface ModulesParts {
  bundle: Bundle;
  space: CodeSpace;
  bridge: EventBridge;
  wx: Wx;
  evaluate: (file: string) => Script;
  meter: (instance: Instance, owner: string) => void;
  currentPages: () => Instance[];
  /** `global` of the logic layer. */
  appGlobal: object;
}

const propertyTypes: Record<string, unknown> = { String, Number, Boolean, Object, Array, Function };

/** Constructors come from another world. */
const typeOf = (type: unknown): unknown =>
  typeof type === 'function' ? (propertyTypes[type.name] ?? null) : (type ?? null);

function propertiesOf(given: unknown): Values {
  return Object.fromEntries(
    Object.entries((given ?? {}) as Values).map(([name, property]) => {
      if (typeof property === 'function' || property === null) return [name, typeOf(property)];
      const { type, optionalTypes, ...rest } = property as { type?: unknown; optionalTypes?: unknown[] };
      const more = optionalTypes ? { optionalTypes: optionalTypes.map(typeOf) } : {};
      return [name, { ...rest, ...more, type: typeOf(type) }];
    }),
  );
}

function resolveModule(bundle: Bundle, from: string, id: string): string | undefined {
  const parts = id.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of id.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.js`, `${path}/index.js`].find((file) => file in bundle.js);
}

/** App, Page, Component and Behavior as scripts call them. */
function definers({ space, bridge, meter }: ModulesParts, path: () => string) {
  const methodsOf = (definition: Values) => ({
    ...definition,
    properties: propertiesOf(definition['properties']),
    methods: bridge.handlers((definition['methods'] ?? {}) as Values),
  });
  return {
    Page: (definition: Values) =>
      space.componentEnv(path(), (environment) => environment.Page(bridge.handlers(definition))),
    Component(definition: Values) {
      const owner = path();
      const lifetimes = (definition['lifetimes'] ?? {}) as Values;
      const created = (lifetimes['created'] ?? definition['created']) as
        ((this: unknown) => void) | undefined;
      const metered = {
        ...lifetimes,
        created(this: Instance) {
          meter(this, owner);
          created?.call(this);
        },
      };
      space.componentEnv(owner, (environment) =>
        environment.Component({ ...methodsOf(definition), lifetimes: metered }),
      );
    },
    Behavior(definition: Values): unknown {
      let behavior: unknown;
      space.componentEnv(path(), (environment) => {
        behavior = environment.Behavior(methodsOf(definition));
      });
      return behavior;
    },
  };
}

/** WeChat's CommonJS, and what is global in it. */
export function createModules(parts: ModulesParts): Modules {
  const { bundle, wx, evaluate, currentPages, appGlobal } = parts;
  const loaded = new Map<string, { exports: unknown }>();
  const defined = new Set<string>();
  let defining = '';
  let app: AppInstance | undefined;
  const { Page, Component, Behavior } = definers(parts, () => defining);
  const App = (definition: AppInstance) => void (app = definition);
  const getApp = () => app;

  function load(file: string): unknown {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const require = (id: string) => {
      const found = resolveModule(bundle, file, id);
      if (!found) throw new Error(`module '${id}.js' is not defined, require args is '${id}'`);
      return load(found);
    };
    const globals = [wx, App, Page, Component, Behavior, getApp, currentPages, appGlobal];
    evaluate(file)(require, module, module.exports, ...globals);
    return module.exports;
  }

  function define(path: string): void {
    if (defined.has(path)) return;
    defined.add(path);
    const using = { ...bundle.app.usingComponents, ...bundle.configs[path]?.usingComponents };
    for (const reference of Object.values(using)) {
      const file = resolveModule(bundle, `${path}.js`, reference);
      define(file?.replace(/\.js$/, '') ?? reference);
    }
    const before = defining;
    defining = path;
    load(`${path}.js`);
    defining = before;
  }

  return { load, define, app: () => app };
}
