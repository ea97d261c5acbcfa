export interface WechatSignIn {
  readonly isAvailable: boolean;
  /** A login code, good for five minutes; null where WeChat gives none. */
  code(): Promise<string | null>;
}

export declare const wechatSignIn: WechatSignIn;
