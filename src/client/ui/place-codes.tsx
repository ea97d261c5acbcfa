import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { PlaceCodes } from '../../contract/codes';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import './place-codes.scss';
import { QrCode } from './qr-code';
import { placeCodesTexts as texts } from './texts';

/** Seconds until the code on the screen runs out, counted down. */
function useSecondsLeft(expiresAt: string, now: () => number): number {
  const left = () => Math.max(0, Math.round((Date.parse(expiresAt) - now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [expiresAt]);
  return seconds;
}

interface PlaceCodeProps<Code> {
  code: Code;
  /** Of the place. */
  name: string;
  hint: string;
}

/** The code on a screen, with what is left of it. */
export const RotatingCode = observer(({ code, name, hint }: PlaceCodeProps<PlaceCodes['rotating']>) => {
  const { parts } = useRootStore();
  const seconds = useSecondsLeft(code.expiresAt, parts.clock.now);
  return (
    <>
      <QrCode text={code.url} label={texts.qrAlt(name, texts.rotating)} />
      <View className="place-codes__below">{seconds > 0 ? texts.refreshIn(seconds) : texts.stale}</View>
      <View className="hint place-codes__hint">{hint}</View>
    </>
  );
});

/** The code on paper, with its number to be typed. */
export const PrintedCode = observer(({ code, name, hint }: PlaceCodeProps<PlaceCodes['printed']>) => {
  const { device } = useRootStore();
  const copy = async () => {
    if (await device.clipboard.copy(code.url)) device.feedback.toast(texts.copied);
  };
  return (
    <>
      <QrCode text={code.url} label={texts.qrAlt(name, texts.printed)} />
      <View className="place-codes__id">{code.id}</View>
      <View className="hint place-codes__hint">{hint}</View>
      <ActionButton text={texts.copy} onPress={() => void copy()} />
    </>
  );
});
