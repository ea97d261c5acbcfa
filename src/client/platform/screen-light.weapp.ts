import Taro from '@tarojs/taro';
import type { ScreenLight } from './screen-light';

const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);

export const screenLight: ScreenLight = {
  hold({ isBright }) {
    let isHeld = true;
    let before: number | null = null;
    const brighten = async () => {
      const { value } = await Taro.getScreenBrightness();
      if (!isHeld) return;
      before = value;
      await Taro.setScreenBrightness({ value: 1 });
    };
    quietly(Taro.setKeepScreenOn({ keepScreenOn: true }));
    if (isBright) quietly(brighten());
    return () => {
      isHeld = false;
      quietly(Taro.setKeepScreenOn({ keepScreenOn: false }));
      if (before !== null) quietly(Taro.setScreenBrightness({ value: before }));
    };
  },
};
