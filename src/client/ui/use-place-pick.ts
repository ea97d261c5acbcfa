import { useRef, useState } from 'react';
import type { Position } from '../../contract/positions';
import type { PositionSource } from '../../contract/reports';
import { useRootStore } from '../root-store';
import type { MapLook, MapPlace } from './area-map';
import { pointedAt, wordsAfter, zoomFor, type Landmark, type PickedPlace } from './place-pick';
import { placeTexts as texts } from './place-texts';
import { usePosition } from './use-position';

export interface Aim {
  readonly position: Position;
  readonly source: PositionSource;
  /** Of a named place. */
  readonly name: string;
}

const aimOf = (picked: PickedPlace | null): Aim | null =>
  picked && { position: picked.position, source: picked.source, name: '' };

/** Where the pin points, and how it got there. */
export function usePlacePick(picked: PickedPlace | null) {
  const { device } = useRootStore();
  const [start] = useState(picked?.position ?? null);
  const [aim, setAim] = useState(() => aimOf(picked));
  const [lookAt, setLookAt] = useState<MapLook | null>(null);
  const [words, setWords] = useState(picked?.placeText ?? '');
  const [origin, setOrigin] = useState<Position | null>(null);
  const [hasWechatFailed, setHasWechatFailed] = useState(false);
  // A fix that comes late must not take the pin out of the person's hand.
  const isHeld = useRef(picked !== null);

  const take = (next: Aim) => {
    phone.forget();
    setAim(next);
    setWords((before) => wordsAfter(before, aim?.name ?? '', next.name));
  };
  const goTo = (next: Aim) => {
    take(next);
    setLookAt({ position: next.position, zoom: zoomFor(next.position.accuracyM) });
  };
  const phone = usePosition((found) => {
    setOrigin(found);
    if (!isHeld.current) goTo({ position: found, source: 'device', name: '' });
  });
  const chooseOnWechat = async () => {
    setHasWechatFailed(false);
    try {
      const chosen = await device.placeChooser.choose(aim?.position ?? origin);
      if (!chosen) return;
      isHeld.current = true;
      goTo({ position: chosen.position, source: 'chosen', name: chosen.name });
    } catch {
      setHasWechatFailed(true);
    }
  };
  return {
    /** Where the map begins. */
    start,
    aim,
    lookAt,
    words,
    setWords,
    origin,
    phone,
    notice: hasWechatFailed ? texts.wechatFailed : null,
    hasWechat: device.placeChooser.isAvailable,
    chooseOnWechat: () => void chooseOnWechat(),
    locate: () => {
      isHeld.current = false;
      phone.locate();
    },
    point: (centre: MapPlace, zoom: number) => {
      isHeld.current = true;
      take({ position: pointedAt(centre, zoom), source: 'pin', name: '' });
    },
    goToLandmark: ({ position, name }: Landmark) => {
      isHeld.current = true;
      goTo({ position, source: 'station', name });
    },
  };
}
