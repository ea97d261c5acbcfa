import { View } from '@tarojs/components';
import { semantics } from './semantics';
import './icon.scss';

export type IconName =
  | 'home'
  | 'pin'
  | 'map'
  | 'list'
  | 'scan'
  | 'check'
  | 'stamp'
  | 'clock'
  | 'walk'
  | 'phone'
  | 'route'
  | 'next'
  | 'back'
  | 'close'
  | 'retry'
  | 'offline'
  | 'warning'
  | 'info'
  | 'shield'
  | 'person'
  | 'people'
  | 'settings'
  | 'history'
  | 'locate'
  | 'keyboard'
  | 'qr'
  | 'plus'
  | 'minus'
  | 'exit'
  | 'door'
  | 'trash'
  | 'water'
  | 'hot-water'
  | 'charging'
  | 'e-bike-charging'
  | 'microwave'
  | 'fridge'
  | 'medicine-box'
  | 'books'
  | 'seats'
  | 'toilet'
  | 'air-conditioning'
  | 'wifi'
  | 'lockers'
  | 'rain-gear'
  | 'parking'
  | 'green-channel'
  | 'open-24h';

/** Decoration beside words, never instead of them. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return <View className={`icon icon--${name} ${className}`} {...semantics({ 'aria-hidden': true })} />;
}
