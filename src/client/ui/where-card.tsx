import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Position } from '../../contract/positions';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { Heading } from './heading';
import { whereTexts } from './texts';
import './where-card.scss';

interface Place {
  name: string;
  address: string;
  position: Position;
  phone: string | null;
}

/** How to get there, and whom to ask. */
export const WhereCard = observer(({ place, guide = '' }: { place: Place; guide?: string }) => {
  const { device } = useRootStore();
  const { name, address, position, phone } = place;
  return (
    <View className="card">
      <Heading level={2}>{whereTexts.where}</Heading>
      <View className="where-card__address">{address}</View>
      {guide ? <View className="where-card__guide">{guide}</View> : null}
      <View className="where-card__actions">
        <ActionButton
          icon="route"
          text={whereTexts.directions}
          onPress={() => device.directions.open({ name, address, position })}
        />
        {phone ? (
          <ActionButton icon="phone" text={whereTexts.call} onPress={() => device.phone.call(phone)} />
        ) : null}
      </View>
    </View>
  );
});
