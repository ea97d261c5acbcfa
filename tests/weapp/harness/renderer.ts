import { builtInStyles } from './built-in-styles';
import { defineBuiltIns, type BuiltInHooks } from './built-ins';
import { pxOf, styleScope, type Bundle } from './bundle';
import type { Adapter, Backend, BackendContext, CodeSpace, GlassEasel } from './glass-easel';

export interface Framework {
  glassEasel: GlassEasel;
  adapter: Adapter;
}

export interface Renderer {
  space: CodeSpace;
  backend: Backend;
  /** By path of page or component; a page's is on screen with it. */
  styles: Map<string, HTMLStyleElement>;
}

interface RendererParts extends BuiltInHooks {
  framework: Framework;
  bundle: Bundle;
  /** Every template, evaluated. */
  templates: Record<string, unknown>;
  document: Document;
}

function fittingContext({ framework, bundle, document }: RendererParts): BackendContext {
  const { glassEasel } = framework;
  const context = new glassEasel.CurrentWindowBackendContext();
  const inPx = (css: string) =>
    css.replace(/(-?\d*\.?\d+)rpx/g, (_, rpx: string) => `${pxOf(Number(rpx), bundle.width)}px`);
  context.document = {
    createElement(tag) {
      const element = document.createElement(`wx-${tag}`);
      const set = element.setAttribute.bind(element);
      // WeChat's view layer turns inline rpx into px.
      element.setAttribute = (name, value) => set(name, name === 'style' ? inPx(value) : value);
      Object.defineProperty(element, 'id', {
        get: () => element.getAttribute('id') ?? '',
        // glass-easel prefixes ids by component; WeChat's are plain.
        set: (value: string) => set('id', value.replace(/^.*--/, '')),
      });
      return element;
    },
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  const listen = context.setListenerStats.bind(context);
  context.setListenerStats = (element, type, ...rest) => {
    // input, scroll, load … come from the built-in components, with WeChat's detail.
    if (/^(touch|animation|transition)/.test(type)) listen(element, type, ...rest);
  };
  context.onEvent((element, name, detail, options) => {
    // DOM touches and mouse presses come in here, taps already recognised.
    const event = new glassEasel.Event(name, detail, options);
    glassEasel.Event.dispatchEvent(element, event);
    return event.getEventBubbleStatus();
  });
  return context;
}

function styleElements({ bundle, document }: RendererParts): Map<string, HTMLStyleElement> {
  const styles = new Map<string, HTMLStyleElement>();
  for (const [path, css] of Object.entries({ '': builtInStyles, ...bundle.css })) {
    const element = document.createElement('style');
    element.textContent = css;
    element.dataset['wxss'] = path;
    styles.set(path, element);
  }
  const isPage = (path: string) => bundle.pages.some((page) => page.path === path);
  for (const [path, element] of styles) if (!isPage(path)) document.head.appendChild(element);
  return styles;
}

/** WeChat's own open-source framework, drawing into a document. */
export function createRenderer(parts: RendererParts): Renderer {
  const { framework, bundle, templates } = parts;
  framework.glassEasel.globalOptions.writeIdToDOM = true;
  const environment = new framework.adapter.MiniProgramEnv();
  const builtIns = defineBuiltIns(environment.getGlobalCodeSpace().getComponentSpace(), parts);
  const space = environment.createCodeSpace('app', true);
  for (const [name, definition] of builtIns)
    space.getComponentSpace().setGlobalUsingComponent(name, definition);
  const backend = environment.associateBackend(fittingContext(parts));
  for (const [path, content] of Object.entries(templates))
    space.addCompiledTemplate(path, { groupList: templates, content });
  for (const [path, config] of Object.entries(bundle.configs)) {
    const usingComponents = { ...bundle.app.usingComponents, ...config.usingComponents };
    space.addComponentStaticConfig(path, { ...config, usingComponents });
    if (config.component) space.addStyleSheet(path, undefined, styleScope(path));
  }
  return { space, backend, styles: styleElements(parts) };
}
