import { Button } from '@tarojs/components';
import type { WechatPhoneButtonProps } from './wechat-phone-button';
import './wechat-phone-button.scss';

/** WeChat hands a number out to a button of its own only. */
export function WechatPhoneButton({ text, onCode }: WechatPhoneButtonProps) {
  return (
    <Button
      className="wechat-phone-button"
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => onCode(detail.code ?? null)}
    >
      {text}
    </Button>
  );
}
