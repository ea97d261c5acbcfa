/** Browsers know no number. */
export const WechatPhoneButton = () => null;
