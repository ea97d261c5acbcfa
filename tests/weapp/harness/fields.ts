import { componentOf } from './glass-easel';
import { appendChild, elementOf, textOf, type BuiltIn, type BuiltInComponent } from './built-in';

const longest = 140;

const fieldProperties = [
  ...[
    'name',
    'value',
    'disabled',
    'placeholder',
    'placeholderStyle',
    'placeholderClass',
    'maxlength',
    'focus',
  ],
  ...['type', 'password', 'confirmType', 'confirmHold', 'cursor', 'cursorSpacing', 'selectionStart'],
  ...['selectionEnd', 'adjustPosition', 'holdKeyboard', 'alwaysEmbed', 'autoHeight', 'fixed'],
  ...['showConfirmBar', 'autoFocus', 'disableDefaultPadding'],
];

function attachField(component: BuiltInComponent, tag: 'input' | 'textarea'): void {
  const field = appendChild(component, tag);
  component.field = field;
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? 0 });
  field.addEventListener('input', (event) => {
    const typed = 'data' in event && typeof event.data === 'string' ? event.data : '';
    component.triggerEvent('input', { ...detail(), keyCode: typed ? typed.charCodeAt(0) : 0 });
  });
  field.addEventListener('focus', () => component.triggerEvent('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => component.triggerEvent('blur', detail()));
  if (tag === 'input') {
    elementOf(component).addEventListener('keydown', (event) => {
      if (event.key === 'Enter') component.triggerEvent('confirm', { value: field.value });
    });
  }
  component.read = () => field.value;
  component.reset = () => void (field.value = '');
}

function drawField({ field, data }: BuiltInComponent): void {
  if (!field) return;
  field.placeholder = textOf(data['placeholder']);
  field.disabled = Boolean(data['disabled']);
  const most = Number(data['maxlength'] ?? longest);
  if (most >= 0) field.maxLength = most;
  else field.removeAttribute('maxlength');
  if (field.tagName === 'INPUT') (field as HTMLInputElement).type = data['password'] ? 'password' : 'text';
  const value = textOf(data['value']);
  if (field.value !== value) field.value = value;
}

const field = (tag: 'input' | 'textarea'): BuiltIn => ({
  properties: fieldProperties,
  attached: (component) => attachField(component, tag),
  changed: drawField,
});

const ownerOf = (component: BuiltInComponent, tag: string): BuiltInComponent | undefined =>
  componentOf(elementOf(component).closest(tag));

const componentsIn = (component: BuiltInComponent, tag: string): BuiltInComponent[] =>
  [...elementOf(component).querySelectorAll(tag)].flatMap((element) => componentOf(element) ?? []);

function flip(component: BuiltInComponent, kind: 'checkbox' | 'radio' | 'switch'): void {
  if (component.data['disabled'] || (kind === 'radio' && component.isOn)) return;
  const group = kind === 'switch' ? undefined : ownerOf(component, `wx-${kind}-group`);
  if (kind === 'radio' && group) for (const radio of componentsIn(group, 'wx-radio')) radio.isOn = false;
  component.isOn = !component.isOn;
  if (kind === 'switch') component.triggerEvent('change', { value: component.isOn });
  else group?.triggerEvent('change', { value: group.read?.() });
}

/** A tap flips the state and tells the group, or the switch itself. */
const toggle = (kind: 'checkbox' | 'radio' | 'switch'): BuiltIn => ({
  properties: ['checked', 'value', 'disabled', 'color', 'name', 'type'],
  attached(component) {
    component.isOn = Boolean(component.data['checked']);
    component.read = () => component.isOn;
    component.flip = () => flip(component, kind);
    component.addListener('tap', () => component.flip?.());
  },
  changed: (component) => void (component.isOn = Boolean(component.data['checked'])),
});

const group = (kind: 'checkbox' | 'radio'): BuiltIn => ({
  properties: ['name'],
  attached(component) {
    component.read = () => {
      const chosen = componentsIn(component, `wx-${kind}`)
        .filter(({ isOn }) => isOn)
        .map(({ data }) => data['value']);
      return kind === 'radio' ? (chosen[0] ?? '') : chosen;
    };
  },
});

const label: BuiltIn = {
  properties: ['for'],
  attached(component) {
    component.addListener('tap', ({ target }) => {
      if (target !== component && /^(checkbox|radio|switch|button)$/.test(target.is ?? '')) return;
      const element = elementOf(component);
      const id = component.data['for'];
      const labelled = id
        ? element.ownerDocument.getElementById(textOf(id))
        : element.querySelector('wx-checkbox,wx-radio,wx-switch');
      const reached: BuiltInComponent | undefined = componentOf(labelled);
      reached?.flip?.();
    });
  },
};

const form: BuiltIn = {
  properties: ['reportSubmit', 'reportSubmitTimeout'],
  attached(component) {
    const named = () =>
      componentsIn(component, '*').filter(
        ({ data, read, is }) => data['name'] && (read ?? ['picker', 'slider'].includes(is)),
      );
    component.submit = (from) =>
      component.triggerEvent('submit', {
        value: Object.fromEntries(
          named().map(({ data, read }) => [textOf(data['name']), read ? read() : data['value']]),
        ),
        target: { id: from.id, dataset: from.dataset },
      });
    component.clear = () => {
      for (const one of named()) one.reset?.();
      component.triggerEvent('reset', {});
    };
  },
};

/** `tapped` is told of each enabled button that is tapped, before the page is. */
const button = (tapped: (component: BuiltInComponent) => void): BuiltIn => ({
  properties: [
    ...['size', 'type', 'plain', 'disabled', 'loading', 'formType', 'openType', 'lang', 'sessionFrom'],
    ...['sendMessageTitle', 'sendMessagePath', 'sendMessageImg', 'showMessageCard', 'appParameter'],
    ...['phoneNumberNoQuotaToast', 'name', 'createliveactivityTap'],
  ],
  attached(component) {
    const ifDisabled = (event: { stopPropagation(): void }) => {
      if (component.data['disabled']) event.stopPropagation();
    };
    component.addListener('tap', ifDisabled, { capture: true });
    component.addListener('tap', () => {
      tapped(component);
      const owner = ownerOf(component, 'wx-form');
      if (component.data['formType'] === 'submit') owner?.submit?.(component);
      if (component.data['formType'] === 'reset') owner?.clear?.();
    });
  },
  changed(component) {
    const element = elementOf(component);
    for (const name of ['type', 'size'])
      if (component.data[name]) element.setAttribute(name, textOf(component.data[name]));
    for (const name of ['disabled', 'plain']) element.toggleAttribute(name, Boolean(component.data[name]));
  },
});

export const fieldsOf = (tapped: (component: BuiltInComponent) => void): Record<string, BuiltIn> => ({
  input: field('input'),
  textarea: field('textarea'),
  switch: toggle('switch'),
  checkbox: toggle('checkbox'),
  radio: toggle('radio'),
  'checkbox-group': group('checkbox'),
  'radio-group': group('radio'),
  label,
  form,
  button: button(tapped),
});
