import type { ReactElement } from 'react';

export interface WechatPhoneButtonProps {
  text: string;
  /** The code WeChat gave, null when the person said no or WeChat has none to give. */
  onCode: (code: string | null) => void;
}

/** WeChat's own button for the number it knows; nothing elsewhere. */
export declare function WechatPhoneButton(props: WechatPhoneButtonProps): ReactElement | null;
