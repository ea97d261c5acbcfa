import type { EaselComponent } from './glass-easel';

/** A built-in component: what it is told, and what it does. */
export interface BuiltIn {
  properties?: readonly string[];
  attached?(component: BuiltInComponent): void;
  changed?(component: BuiltInComponent): void;
}

/** What a form, a label or a group asks of the components in it. */
export interface BuiltInComponent extends EaselComponent {
  /** Its value, as a form or a group reads it. */
  read?(): unknown;
  reset?(): void;
  /** A tap on it or on its label. */
  flip?(): void;
  isOn?: boolean;
  submit?(from: EaselComponent): void;
  clear?(): void;
  picture?: HTMLImageElement;
  field?: HTMLInputElement | HTMLTextAreaElement;
}

export const elementOf = (component: EaselComponent): HTMLElement => component.getBackendElement();

export function appendChild<Tag extends keyof HTMLElementTagNameMap>(
  component: EaselComponent,
  tag: Tag,
): HTMLElementTagNameMap[Tag] {
  const element = elementOf(component).ownerDocument.createElement(tag);
  elementOf(component).appendChild(element);
  return element;
}

/** As WXML attributes are read: '' and 'false' are as they stand. */
export const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : `${value as string | number | boolean}`;
