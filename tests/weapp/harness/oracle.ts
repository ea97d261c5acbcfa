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

const generators = new WeakMap<Bundle, Generate>();
const leaves = ['WX-INPUT', 'WX-TEXTAREA', 'WX-IMAGE', 'WX-RICH-TEXT'];
const transparent = ['virtual', 'wx-page', 'wx-wx-scope'];

function generatorOf(bundle: Bundle): Generate {
  const known = generators.get(bundle);
  if (known) return known;
  if (bundle.wcc === null) throw new Error(`no second opinion: ${bundle.skipped.join('; ')}`);
  const ignore = () => undefined;
  const global = {};
  const code = `(function(global,window,__g,console){${bundle.wcc};return $gwx})`;
  const make = vm.runInThisContext(code) as (...given: object[]) => Generate;
  const quiet = { log: ignore, warn: ignore, error: ignore, info: ignore, group: ignore, groupEnd: ignore };
  const generate = make(global, global, {}, quiet);
  generators.set(bundle, generate);
  return generate;
}

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
  out.push([node.tag, attribute(node.attr?.['id']), attribute(node.attr?.['class']), ...joined(children)]);
}

function fromScreen(node: Node, out: Tree[], scopes: readonly string[]): void {
  if (node.nodeType === 3) out.push(node.textContent ?? '');
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const children: Tree[] = [];
  if (!leaves.includes(element.tagName))
    for (const child of element.childNodes) fromScreen(child, children, scopes);
  const classes = (element.getAttribute('class') ?? '')
    .split(' ')
    .filter((name) => !scopes.some((scope) => name.startsWith(scope)));
  const id = element.getAttribute('id') ?? '';
  out.push([element.tagName.toLowerCase(), id, classes.join(' '), ...joined(children)]);
}

/**
 * A second opinion on the page on screen: its live data drawn by the official wcc (`wcc`) and what is drawn (`screen`); they
 * must be equal. Custom components but Taro's <comp> are not compared inside.
 */
export function compareWithWcc(mp: MiniProgram): { screen: Tree; wcc: Tree } {
  const generate = generatorOf(mp.bundle);
  const { path, data } = mp.runtime.page;
  const using = Object.keys(mp.bundle.configs[path]?.usingComponents ?? {}).map((name) => `wx-${name}`);
  const expand = ({ tag, attr }: WccNode) =>
    tag === 'wx-comp' && using.includes('wx-comp')
      ? generate('comp.wxml')({ i: attr?.['i'], l: attr?.['l'] }, {}, {})
      : null;
  const scopes = Object.keys(mp.bundle.configs).map((other) => `${styleScope(other)}--`);
  const wcc: Tree[] = [];
  fromWcc(generate(`${path}.wxml`)(JSON.parse(JSON.stringify(data)), {}, {}), wcc, expand);
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
