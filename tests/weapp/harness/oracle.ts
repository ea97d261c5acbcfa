import vm from 'node:vm';
import { styleScope, type Bundle } from './bundle';
import type { MiniProgram } from './mini-program';

/** Tag, id, class, children; or a run of text. */
export type Tree = string | Tree[];

interface WccNode {
  tag: string;
  attr?: Record<string, unknown>;
  children: (WccNode | string)[];
}

type Generate = (path: string) => (data: unknown, env: object, global: object) => WccNode;

interface Generator {
  generate: Generate;
  /** JSON in the world where wcc's code runs. */
  parse: (text: string) => unknown;
}

const generators = new WeakMap<Bundle, Generator>();
const leaves = ['WX-INPUT', 'WX-TEXTAREA', 'WX-IMAGE', 'WX-RICH-TEXT'];
const transparent = ['virtual', 'wx-page', 'wx-wx-scope'];

function generatorOf(bundle: Bundle): Generator {
  const known = generators.get(bundle);
  if (known) return known;
  if (bundle.wcc === null) throw new Error(`no second opinion: ${bundle.skipped.join('; ')}`);
  // A world for each: wcc's code leaves globals behind.
  const world = vm.createContext({});
  const ignore = () => undefined;
  const quiet = { log: ignore, warn: ignore, error: ignore, info: ignore, group: ignore, groupEnd: ignore };
  const code = `(function(global,window,__g,console){${bundle.wcc};return $gwx})`;
  const make = vm.runInContext(code, world) as (...given: object[]) => Generate;
  const global = {};
  const generator = {
    generate: make(global, global, {}, quiet),
    parse: vm.runInContext('JSON.parse', world) as Generator['parse'],
  };
  generators.set(bundle, generator);
  return generator;
}

/** Neither blanks between class names nor their order say anything. */
const classesOf = (text: string) => [...new Set(text.split(/\s+/).filter(Boolean))].sort();

const attribute = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Neighbouring text is one run; blank runs say nothing. */
function joined(children: Tree[]): Tree[] {
  const runs: Tree[] = [];
  for (const child of children) {
    const last = runs.at(-1);
    if (typeof child === 'string' && typeof last === 'string') runs[runs.length - 1] = last + child;
    else runs.push(child);
  }
  return runs.filter((run) => typeof run !== 'string' || run.trim() !== '');
}

/** `expand` draws Taro's recursive <comp>, which has no element of its own. */
function fromWcc(node: WccNode | string, out: Tree[], expand: (node: WccNode) => WccNode | null): void {
  if (typeof node !== 'object') {
    out.push(node);
    return;
  }
  const inner = expand(node);
  if (inner) return fromWcc(inner, out, expand);
  const children: Tree[] = [];
  const isTransparent = transparent.includes(node.tag);
  for (const child of node.children) fromWcc(child, isTransparent ? out : children, expand);
  if (isTransparent) return;
  const classes = classesOf(attribute(node.attr?.['class'])).join(' ');
  out.push([node.tag, attribute(node.attr?.['id']), classes, ...joined(children)]);
}

function fromScreen(node: Node, out: Tree[], scopes: readonly string[]): void {
  if (node.nodeType === 3) out.push(node.textContent ?? '');
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const children: Tree[] = [];
  if (!leaves.includes(element.tagName))
    for (const child of element.childNodes) fromScreen(child, children, scopes);
  const classes = classesOf(element.getAttribute('class') ?? '').filter(
    (name) => !scopes.some((scope) => name.startsWith(scope)),
  );
  const id = element.getAttribute('id') ?? '';
  out.push([element.tagName.toLowerCase(), id, classes.join(' '), ...joined(children)]);
}

/**
 * A second opinion on the page on screen: its live data drawn by the official wcc (`wcc`) and what is drawn (`screen`); they
 * must be equal. Custom components but Taro's <comp> are not compared inside.
 */
export function compareWithWcc(mp: MiniProgram): { screen: Tree; wcc: Tree } {
  const { generate, parse } = generatorOf(mp.bundle);
  const { path, data } = mp.runtime.page;
  const using = Object.keys(mp.bundle.configs[path]?.usingComponents ?? {}).map((name) => `wx-${name}`);
  const expand = ({ tag, attr }: WccNode) =>
    tag === 'wx-comp' && using.includes('wx-comp')
      ? generate('comp.wxml')({ i: attr?.['i'], l: attr?.['l'] }, {}, {})
      : null;
  const scopes = Object.keys(mp.bundle.configs).map((other) => `${styleScope(other)}--`);
  const wcc: Tree[] = [];
  fromWcc(generate(`${path}.wxml`)(parse(JSON.stringify(data)), {}, {}), wcc, expand);
  const screen: Tree[] = [];
  for (const child of mp.$('wx-page').childNodes) fromScreen(child, screen, scopes);
  const opaque = (tree: Tree): Tree => {
    if (typeof tree === 'string') return tree;
    const [tag] = tree;
    const isOpaque = typeof tag === 'string' && tag !== 'wx-comp' && using.includes(tag);
    return isOpaque ? tree.slice(0, 3) : tree.map(opaque);
  };
  return { screen: screen.map(opaque), wcc: wcc.map(opaque) };
}
