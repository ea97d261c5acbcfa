import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { problems } from '../../contract/http';
import { isRefusedWith } from '../failure';
import { useRootStore } from '../root-store';
import { checkInRoutes } from './routes';

/**
 * Checking in from a page: the result replaces it. A tap made before signing in is sent right after it, so the page,
 * once it is seen again, goes on by itself.
 */
export function useCheckIn() {
  const { checkIns, device } = useRootStore();
  const [hasTried, setHasTried] = useState(false);
  const [isShown, setIsShown] = useState(true);
  useDidShow(() => setIsShown(true));
  useDidHide(() => setIsShown(false));
  const { last, isWorking, failure } = checkIns;
  useEffect(() => {
    if (hasTried && isShown && last && !isWorking) device.navigation.replace(checkInRoutes.result.to());
  }, [hasTried, isShown, last, isWorking, device]);
  const byCode = (text: string) => {
    setHasTried(true);
    void checkIns.checkInByCode(text);
  };
  const at = (station: { id: string; name: string }) => {
    setHasTried(true);
    void checkIns.checkInAt(station);
  };
  const shown = hasTried ? failure : null;
  const wantsSignIn = isRefusedWith(shown, problems.unauthenticated.code);
  return { byCode, at, hasTried, wantsSignIn, failure: wantsSignIn ? null : shown };
}
