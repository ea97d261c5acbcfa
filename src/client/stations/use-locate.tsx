import { useState, type ReactNode } from 'react';
import { useRootStore } from '../root-store';
import { PositionConsent } from './position-consent';

/** Finds where the person is, asking first where they have not agreed yet. Put `sheet` on the page. */
export function useLocate(): { locate: () => void; sheet: ReactNode } {
  const { settings, stations } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const locate = () => {
    if (settings.consents.position === 'given') void stations.locate();
    else setIsAsking(true);
  };
  return { locate, sheet: <PositionConsent isOpen={isAsking} onClose={() => setIsAsking(false)} /> };
}
