import { appendChild, elementOf, textOf, type BuiltIn, type BuiltInComponent } from './built-in';
import { fieldsOf } from './fields';
import type { ComponentSpace, EaselComponent } from './glass-easel';

const common = [
  'hidden',
  'animation',
  'hoverClass',
  'hoverStopPropagation',
  'hoverStartTime',
  'hoverStayTime',
];

const told = (...properties: string[]): BuiltIn => ({ properties });

const image: BuiltIn = {
  properties: ['src', 'mode', 'webp', 'lazyLoad', 'showMenuByLongpress', 'fadeIn', 'forceHttps'],
  attached(component) {
    const picture = appendChild(component, 'img');
    component.picture = picture;
    picture.addEventListener('load', () =>
      component.triggerEvent('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    );
    picture.addEventListener('error', () =>
      component.triggerEvent('error', { errMsg: `GET ${textOf(component.data['src'])} error` }),
    );
  },
  changed({ picture, data }) {
    if (!picture) return;
    const mode = textOf(data['mode']);
    const fits: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' };
    const height = mode === 'widthFix' ? 'auto' : '100%';
    picture.style.cssText = `display:block;width:100%;height:${height};object-fit:${fits[mode] ?? 'fill'}`;
    const source = textOf(data['src']);
    if (source && picture.getAttribute('src') !== source) picture.setAttribute('src', source);
  },
};

function watchScroll(component: BuiltInComponent): void {
  const element = elementOf(component);
  const threshold = (name: string) => Number(component.data[name]) || 50;
  let last = 0;
  let isAtEnd = false;
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = element;
    const detail = { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: last - scrollTop };
    component.triggerEvent('scroll', detail);
    const isEnd = scrollHeight - clientHeight - scrollTop <= threshold('lowerThreshold');
    if (isEnd && !isAtEnd && scrollTop > last)
      component.triggerEvent('scrolltolower', { direction: 'bottom' });
    if (scrollTop < last && scrollTop <= threshold('upperThreshold'))
      component.triggerEvent('scrolltoupper', { direction: 'top' });
    isAtEnd = isEnd;
    last = scrollTop;
  });
}

const scrollView: BuiltIn = {
  properties: [
    ...['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'upperThreshold'],
    ...['lowerThreshold', 'scrollWithAnimation', 'refresherEnabled', 'refresherThreshold'],
    ...['refresherTriggered', 'refresherDefaultStyle', 'refresherBackground', 'enhanced', 'bounces'],
    ...['showScrollbar', 'enableBackToTop', 'enableFlex', 'scrollAnchoring', 'pagingEnabled'],
    ...['fastDeceleration', 'enablePassive', 'type'],
  ],
  attached: watchScroll,
  changed(component) {
    const element = elementOf(component);
    const { scrollX, scrollY, scrollTop } = component.data;
    element.style.overflowY = scrollY ? 'auto' : 'hidden';
    element.style.overflowX = scrollX ? 'auto' : 'hidden';
    if (typeof scrollTop === 'number' && String(scrollTop) !== element.dataset['scrolledTo']) {
      element.dataset['scrolledTo'] = String(scrollTop);
      element.scrollTop = scrollTop;
    }
  },
};

const richText: BuiltIn = {
  properties: ['nodes', 'space', 'userSelect'],
  changed(component) {
    const { nodes } = component.data;
    if (typeof nodes === 'string') elementOf(component).innerHTML = nodes;
  },
};

const navigations: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
};

const navigator = (open: BuiltInHooks['open']): BuiltIn => ({
  properties: ['url', 'openType', 'delta', 'target', 'appId', 'path', 'extraData', 'version'],
  attached(component) {
    component.addListener('tap', () => {
      const { openType, url, delta } = component.data;
      const api = navigations[textOf(openType) || 'navigate'];
      if (api) open(api, { url, delta });
    });
  },
});

const plain: Record<string, BuiltIn> = {
  view: {},
  'cover-view': {},
  'picker-view-column': {},
  'page-meta': {},
  text: told('selectable', 'userSelect', 'space', 'decode', 'overflow', 'maxLines'),
  'cover-image': told('src'),
  icon: told('type', 'size', 'color'),
  progress: told(
    ...['percent', 'showInfo', 'strokeWidth', 'color', 'activeColor', 'backgroundColor', 'active'],
    ...['activeMode', 'fontSize', 'borderRadius', 'duration'],
  ),
  swiper: told(
    ...['indicatorDots', 'indicatorColor', 'indicatorActiveColor', 'autoplay', 'current', 'interval'],
    ...['duration', 'circular', 'vertical', 'previousMargin', 'nextMargin', 'displayMultipleItems'],
    ...['easingFunction', 'snapToEdge'],
  ),
  'swiper-item': told('itemId', 'skipHiddenItemLayout'),
  'movable-area': told('scaleArea'),
  'movable-view': told('direction', 'x', 'y', 'inertia', 'outOfBounds', 'disabled', 'scale'),
  canvas: told('type', 'canvasId', 'disableScroll'),
  video: told('src', 'controls', 'poster', 'autoplay', 'loop', 'muted'),
  map: told(
    ...['longitude', 'latitude', 'scale', 'minScale', 'maxScale', 'markers', 'polyline', 'circles'],
    ...['polygons', 'includePoints', 'showLocation', 'subkey', 'layerStyle', 'rotate', 'skew', 'setting'],
    ...['enable3D', 'showCompass', 'showScale', 'enableOverlooking', 'enableZoom', 'enableScroll'],
    ...['enableRotate', 'enableSatellite', 'enableTraffic', 'enablePoi', 'enableBuilding'],
  ),
  camera: told('mode', 'devicePosition', 'flash'),
  'web-view': told('src'),
  'root-portal': told('enable'),
  picker: told(
    ...['mode', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'disabled', 'headerText'],
    ...['level', 'name', 'customItem'],
  ),
  'picker-view': told('value', 'indicatorStyle', 'indicatorClass', 'maskStyle', 'maskClass'),
  slider: told(
    ...['min', 'max', 'step', 'disabled', 'value', 'color', 'activeColor', 'backgroundColor'],
    ...['blockSize', 'blockColor', 'showValue', 'name'],
  ),
  image,
  'scroll-view': scrollView,
  'rich-text': richText,
};

export interface BuiltInHooks {
  /** A `<navigator>` is tapped. */
  open(api: string, options: Record<string, unknown>): void;
  /** An enabled `<button>` is tapped. */
  tapped(component: EaselComponent): void;
}

/**
 * Defines WeChat's built-in components, which are closed native code, as our own: right tag names, properties, events and
 * form rules; look and touch only roughly. Elements are called <wx-NAME> as in WeChat, so that WXSS rewritten by wcsc fits.
 */
export function defineBuiltIns(space: ComponentSpace, { open, tapped }: BuiltInHooks): Map<string, object> {
  const all = { ...plain, ...fieldsOf(tapped), navigator: navigator(open) };
  return new Map(
    Object.entries<BuiltIn>(all).map(([name, builtIn]) => {
      const properties = [...common, ...(builtIn.properties ?? [])];
      const draw = (component: BuiltInComponent) => {
        elementOf(component).toggleAttribute('hidden', Boolean(component.data['hidden']));
        builtIn.changed?.(component);
      };
      const redraw = (component: BuiltInComponent) => {
        // A page that has been left is still told of data, without an element to draw.
        const element = elementOf(component) as HTMLElement | null;
        if (element && (element.isConnected || component.field || component.picture)) draw(component);
      };
      const builder = space.define(name);
      for (const property of properties) builder.property(property, { type: null, value: undefined });
      builder.lifetime('attached', function attached() {
        builtIn.attached?.(this);
        draw(this);
      });
      builder.observer(properties, function changed() {
        redraw(this);
      });
      return [name, builder.registerComponent()];
    }),
  );
}
