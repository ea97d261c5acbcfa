/** What concerns the network's own addresses. */
export interface Web {
  /** Whole address of a file of the cloud, by its path below the host. */
  urlOf(path: string): string;
  /** In WeChat's own browser, where its pages sign in by themselves. */
  readonly isInWechat: boolean;
  /** Whether links to elsewhere can be opened here. */
  readonly canOpen: boolean;
  /** Leaves this page for another of the cloud's. */
  leaveTo(path: string): void;
  /** Beside this page. */
  open(path: string): void;
  /** A picture of the cloud's as big as it is, over or beside this page. */
  showPicture(path: string): void;
}

export declare const web: Web;
