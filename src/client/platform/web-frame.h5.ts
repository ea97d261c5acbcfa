import Taro from '@tarojs/taro';
import { frameTexts } from './texts';
import './web-frame.scss';

interface Tab {
  pagePath: string;
  text: string;
  iconPath: string;
  selectedIconPath: string;
}

interface Answer {
  successHandler(answer?: object): void;
  errorHandler(answer?: object): void;
}

const tag = 'taro-tabbar';
const pathOf = (tab: Tab) => `/${tab.pagePath.replace(/^\//, '')}`;

function element(name: string, className: string, parent: HTMLElement): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  parent.append(made);
  return made;
}

/**
 * The bar that Taro's router puts below the pages, in place of its own: links that are links, and 16 KB less of a
 * framework for elements that nothing else on the web needs.
 */
class TabBar extends HTMLElement {
  /** Given by the router. */
  conf: { list: Tab[] } = { list: [] };
  private items: { tab: Tab; link: HTMLElement; icon: HTMLImageElement; badge: HTMLElement }[] = [];

  connectedCallback(): void {
    if (this.items.length > 0) return;
    this.className = 'tab-bar';
    this.setAttribute('role', 'navigation');
    this.setAttribute('aria-label', frameTexts.tabs);
    this.items = this.conf.list.map((tab) => this.itemOf(tab));
    const { eventCenter } = Taro;
    eventCenter.on('__taroRouterChange', this.choose);
    eventCenter.on(
      '__taroSetTabBarBadge',
      ({ index, text, ...answer }: Answer & { index: number; text: string }) =>
        this.badge(index, text, answer),
    );
    eventCenter.on('__taroRemoveTabBarBadge', ({ index, ...answer }: Answer & { index: number }) =>
      this.badge(index, '', answer),
    );
    this.choose();
  }

  private itemOf(tab: Tab) {
    const link = element('a', 'tab-bar__item', this);
    link.setAttribute('href', `#${pathOf(tab)}`);
    link.addEventListener('click', (event) => {
      // In another window where the person asks for one.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void Taro.switchTab({ url: pathOf(tab) });
    });
    const place = element('span', 'tab-bar__place', link);
    const icon = element('img', 'tab-bar__icon', place) as HTMLImageElement;
    icon.alt = '';
    const badge = element('span', 'tab-bar__badge', place);
    badge.hidden = true;
    // The tab keeps its name; how many are unread is said in words on the page.
    badge.setAttribute('aria-hidden', 'true');
    element('span', 'tab-bar__label', link).textContent = tab.text;
    return { tab, link, icon, badge };
  }

  /** On a page that is no tab there is no bar. */
  private readonly choose = (change?: { toLocation?: { path?: string } }): void => {
    const path = change?.toLocation?.path ?? location.hash.slice(1).split('?')[0];
    const chosen =
      path === '' || path === '/' ? this.items[0] : this.items.find(({ tab }) => pathOf(tab) === path);
    this.hidden = !chosen;
    for (const item of this.items) {
      const isChosen = item === chosen;
      item.icon.src = isChosen ? item.tab.selectedIconPath : item.tab.iconPath;
      item.link.classList.toggle('tab-bar__item--chosen', isChosen);
      if (isChosen) item.link.setAttribute('aria-current', 'page');
      else item.link.removeAttribute('aria-current');
    }
  };

  private badge(index: number, text: string, { successHandler, errorHandler }: Answer): void {
    const item = this.items[index];
    if (!item) return errorHandler();
    item.badge.textContent = text;
    item.badge.hidden = text === '';
    successHandler();
  }
}

/** By the name under which Taro's router asks for it. */
export function defineCustomElementTaroTabbar(): void {
  if (!customElements.get(tag)) customElements.define(tag, TabBar);
}
