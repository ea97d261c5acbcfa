import { plain, type Apis, type AsyncApis, type Options } from './api-failure';
import type { Bundle } from './bundle';
import type { Host } from './host';

/** Recorded, and answered as done. */
const recorded = [
  ...[
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
  ],
  ...['showNavigationBarLoading', 'hideNavigationBarLoading', 'setTabBarBadge', 'removeTabBarBadge'],
  ...['setTabBarItem', 'setTabBarStyle', 'showTabBar', 'hideTabBar', 'showTabBarRedDot', 'hideTabBarRedDot'],
  ...['setBackgroundColor', 'setBackgroundTextStyle', 'stopPullDownRefresh', 'showShareMenu'],
  ...['hideShareMenu', 'updateShareMenu', 'hideHomeButton', 'hideKeyboard', 'vibrateShort', 'vibrateLong'],
  ...['setKeepScreenOn', 'enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'reportEvent'],
  ...['reportMonitor', 'pageScrollTo'],
];

export interface Tab {
  text: string;
  pagePath: string;
  badge: string | null;
  hasRedDot: boolean;
}

/** What WeChat itself would draw: recorded, not drawn. */
export interface ScreenRecord {
  calls: ({ name: string } & Options)[];
  title: string;
  toast: string | null;
  loading: string | null;
  modal: Options | null;
  tabs: Tab[];
  isTabBarHidden: boolean;
}

export function emptyRecord({ app }: Bundle): ScreenRecord {
  const tabs = (app.tabBar?.list ?? []).map((item) => ({ ...item, badge: null, hasRedDot: false }));
  return { calls: [], title: '', toast: null, loading: null, modal: null, tabs, isTabBarHidden: false };
}

function tabEffects(record: ScreenRecord): AsyncApis {
  const change = (options: Options, changes: Partial<Tab>) => {
    const tab = record.tabs[Number(options['index'])];
    if (tab) Object.assign(tab, changes);
  };
  return {
    setTabBarBadge: (options) => change(options, { badge: String(options['text']) }),
    removeTabBarBadge: (options) => change(options, { badge: null }),
    showTabBarRedDot: (options) => change(options, { hasRedDot: true }),
    hideTabBarRedDot: (options) => change(options, { hasRedDot: false }),
    setTabBarItem: (options) =>
      typeof options['text'] === 'string' ? change(options, { text: options['text'] }) : undefined,
    showTabBar: () => void (record.isTabBarHidden = false),
    hideTabBar: () => void (record.isTabBarHidden = true),
  };
}

export function screenApis(record: ScreenRecord, host: Host): Apis {
  const effects: AsyncApis = {
    ...tabEffects(record),
    showToast: ({ title }) => void (record.toast = String(title)),
    showLoading: ({ title }) => void (record.loading = typeof title === 'string' ? title : ''),
    hideLoading: () => void (record.loading = null),
    setNavigationBarTitle: ({ title }) => void (record.title = String(title)),
  };
  const answering: AsyncApis = {};
  for (const name of recorded) {
    answering[name] = (options) => {
      record.calls.push({ name, ...plain(options) });
      effects[name]?.(options);
    };
  }
  for (const name of ['showModal', 'showActionSheet']) {
    answering[name] = async (options) => {
      record.calls.push({ name, ...plain(options) });
      record.modal = plain(options);
      const answer = await host.call(name, plain(options));
      if (answer === undefined) throw new Error('not stubbed (give the harness a stub for this API)');
      return answer;
    };
  }
  return { answering };
}
