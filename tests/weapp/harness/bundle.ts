/** A compiled mini-program, read and compiled once; any number of runs can start from it. */
export interface Bundle {
  /** Folder it was read from. */
  dist: string;
  /** Width of the screen that rpx refer to, px. */
  width: number;
  app: AppConfig;
  /** Of pages and components, by path. */
  configs: Record<string, PageConfig>;
  pages: PagePlace[];
  /** What glass-easel's template compiler warned of. */
  warnings: unknown[];
  /** JavaScript of the official wcc, for the second opinion; null where it does not run. */
  wcc: string | null;
  /** A JavaScript expression: every template as glass-easel takes it. */
  templates: string;
  /** WXSS as CSS, by path without ending. */
  css: Record<string, string>;
  /** Scripts in WeChat's wrapper, by file. */
  js: Record<string, string>;
  sizes: Record<string, PackageSize>;
  /** Names on `wx`, from the official typings. */
  apis: string[];
  /** What could not be checked on this machine, and why. */
  skipped: string[];
}

export interface PageConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  navigationBarTitleText?: string;
  onReachBottomDistance?: number;
}

export interface TabItem {
  pagePath: string;
  text: string;
}

interface SubPackage {
  root: string;
  pages: string[];
}

export interface AppConfig {
  pages?: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
  window?: PageConfig;
  tabBar?: { list: TabItem[] };
  usingComponents?: Record<string, string>;
  requiredPrivateInfos?: string[];
  lazyCodeLoading?: string;
  darkmode?: boolean;
}

export interface PagePlace {
  path: string;
  /** Root of its subpackage, empty in the main package. */
  root: string;
}

export interface PackageSize {
  bytes: number;
  files: Record<string, number>;
  /** Says so when it is larger than WeChat allows. */
  over: string | null;
}

export const subPackagesOf = (app: AppConfig): SubPackage[] => app.subPackages ?? app.subpackages ?? [];

/** Class prefix of a component's own styles: wcsc puts it into the CSS, glass-easel into the class attribute. */
export const styleScope = (path: string): string => path.replace(/\W/g, '_');

/** rpx → px as WeChat's own runtime does it: floor, but never below one pixel. */
export function pxOf(rpx: number, width: number): number {
  if (rpx === 0) return 0;
  return Math.floor((rpx / 750) * width + 1e-4) || 1;
}
