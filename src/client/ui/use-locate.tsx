import { useDidShow } from '@tarojs/taro';
import { useState, type ReactNode } from 'react';
import { useRootStore } from '../root-store';
import { PositionConsent } from './position-consent';

/** Loads when the page is shown, and again by distance once the place of someone who agreed to that is known. */
export function useLoadAround(load: () => void): () => void {
  const { settings, whereabouts } = useRootStore();
  const find = () => void whereabouts.locate().then(load);
  useDidShow(() => {
    load();
    if (settings.consents.position === 'given' && whereabouts.status === 'unasked') find();
  });
  return find;
}

/** As above, and `locate` for a button: it asks first where the person has not agreed yet. Put `sheet` on the page. */
export function useLocate(load: () => void): { locate: () => void; sheet: ReactNode } {
  const { settings, whereabouts } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const find = useLoadAround(load);
  const agree = () => {
    setIsAsking(false);
    settings.givePosition();
    find();
  };
  const refuse = () => {
    setIsAsking(false);
    settings.refusePosition();
    void whereabouts.locate();
  };
  return {
    locate: () => (settings.consents.position === 'given' ? find() : setIsAsking(true)),
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
