import { useEffect, useState } from 'react';
import { problems } from '../../contract/http';
import { isRefusedWith, type Failure } from '../failure';
import { attendanceRoutes } from '../attendances/routes';
import { merchantRoutes } from '../merchants/routes';
import { useRootStore } from '../root-store';
import { useIsShown } from '../ui/use-is-shown';
import { checkInRoutes } from './routes';

/**
 * Checking in from a page: the result replaces it, and so does the shop's page where the code is a shop's. A tap made
 * before signing in is sent right after it, so the page, once it is seen again, goes on by itself.
 */
export function useCheckIn() {
  const { checkIns, codes, device } = useRootStore();
  const [hasTried, setHasTried] = useState(false);
  const [unread, setUnread] = useState<Failure | null>(null);
  const isShown = useIsShown();
  const { last, isWorking, failure } = checkIns;
  const isBusy = isWorking || codes.isReading;
  useEffect(() => {
    if (hasTried && isShown && last && !isBusy) device.navigation.replace(checkInRoutes.result.to());
  }, [hasTried, isShown, last, isBusy, device]);
  const byCode = async (text: string) => {
    setUnread(null);
    const read = await codes.read(text);
    if (read.kind === 'merchant') {
      const { merchantId, code } = read;
      return device.navigation.replace(merchantRoutes.detail.to({ id: merchantId, code }));
    }
    if (read.kind === 'day') return device.navigation.replace(attendanceRoutes.check.to({ code: read.code }));
    if (read.kind === 'refused') return setUnread(read.failure);
    setHasTried(true);
    await checkIns.checkInByCode(read.code);
  };
  const at = (station: { id: string; name: string }) => {
    setUnread(null);
    setHasTried(true);
    void checkIns.checkInAt(station);
  };
  const shown = unread ?? (hasTried ? failure : null);
  const wantsSignIn = isRefusedWith(shown, problems.unauthenticated.code);
  return {
    byCode: (text: string) => void byCode(text),
    at,
    hasTried,
    isReading: codes.isReading,
    wantsSignIn,
    failure: wantsSignIn ? null : shown,
  };
}
