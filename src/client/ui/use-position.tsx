import { useState, type ReactNode } from 'react';
import type { Position } from '../../contract/positions';
import { LocationError } from '../platform/location-error';
import { useRootStore } from '../root-store';
import { PositionConsent } from './position-consent';

const locateTimeoutMs = 10_000;

interface PhonePosition {
  /** For a button: asks first where the person has not agreed yet. */
  locate: () => void;
  /** Without asking: only where the person has agreed. */
  locateIfAgreed: () => void;
  isLocating: boolean;
  outcome: 'found' | 'refused' | 'failed' | null;
  forget: () => void;
  /** The question; put it on the page. */
  sheet: ReactNode;
}

/** Where the phone is right now, for a place that is to be kept. */
export function usePosition(onFound: (found: Position) => void): PhonePosition {
  const { device, settings } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const [isLocating, setIsLocating] = useState(false);
  const [outcome, setOutcome] = useState<PhonePosition['outcome']>(null);
  const find = async () => {
    setIsAsking(false);
    setIsLocating(true);
    try {
      onFound(await device.location.locate({ timeoutMs: locateTimeoutMs }));
      setOutcome('found');
    } catch (error) {
      const isRefused = error instanceof LocationError && error.reason === 'refused';
      setOutcome(isRefused ? 'refused' : 'failed');
    } finally {
      setIsLocating(false);
    }
  };
  const agree = () => {
    settings.givePosition();
    void find();
  };
  const refuse = () => {
    setIsAsking(false);
    settings.refusePosition();
    setOutcome('refused');
  };
  const hasAgreed = () => settings.consents.position === 'given';
  return {
    locate: () => (hasAgreed() ? void find() : setIsAsking(true)),
    locateIfAgreed: () => {
      if (hasAgreed()) void find();
    },
    isLocating,
    outcome,
    forget: () => setOutcome(null),
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
