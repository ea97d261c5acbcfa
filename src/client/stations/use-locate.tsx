import { useDidShow } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { useRootStore } from '../root-store';
import { PositionConsent } from './position-consent';

/**
 * Loads a page's stations when it is shown, and again by distance once the place is known: at once where the person
 * has agreed to that, else when `locate` has asked them. Put `sheet` on the page.
 */
export function useLocate(load: () => void): { locate: () => void; sheet: ReactNode } {
  const { settings, stations } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const find = () => void stations.locate().then(load);
  const isGiven = settings.consents.position === 'given';
  useDidShow(() => {
    load();
    if (isGiven && stations.originStatus === 'unasked') find();
  });
  const agree = () => {
    setIsAsking(false);
    settings.givePosition();
    find();
  };
  const refuse = () => {
    setIsAsking(false);
    settings.refusePosition();
    void stations.locate();
  };
  return {
    locate: () => (isGiven ? find() : setIsAsking(true)),
    sheet: (
      <PositionConsent
        isOpen={isAsking}
        onAgree={agree}
        onRefuse={refuse}
        onClose={() => setIsAsking(false)}
      />
    ),
  };
}
