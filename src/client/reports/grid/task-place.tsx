import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useMemo } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { AreaMap } from '../../ui/area-map';
import { Heading } from '../../ui/heading';
import { distanceText, walkText } from '../../ui/texts';
import { reportCategoryTexts } from '../report-text';
import type { ShownTask } from './shown-task';
import './task-place.scss';
import { taskTexts as texts, tasksTexts } from './texts';

/** Where it is, on the map and from here. */
export const TaskPlace = observer(({ task }: { task: ShownTask }) => {
  const { communities, whereabouts, device } = useRootStore();
  const { id, category, position, placeText } = task;
  const { lat, lng, accuracyM } = position;
  const name = reportCategoryTexts[category];
  useEffect(() => void communities.loadBlockMap(), [communities]);
  const centre = useMemo(() => ({ lat, lng }), [lat, lng]);
  const markers = useMemo(
    () => [{ id, position: centre, tone: 'accent' as const, icon: 'pin' as const, label: name }],
    [id, centre, name],
  );
  const metres = whereabouts.distanceTo(position);
  return (
    <View className="card task-place">
      <Heading level={2}>{texts.place}</Heading>
      <View className="task-place__map">
        <AreaMap
          label={texts.placeMap}
          blockMap={communities.blockMap.data}
          centre={centre}
          zoom={17}
          markers={markers}
          origin={whereabouts.origin}
        />
      </View>
      <View>
        <View>{placeText ?? texts.noPlaceText}</View>
        <View className="hint">
          {[
            metres === null ? '' : `${tasksTexts.away(distanceText(metres))} · ${walkText(metres)}`,
            texts.accuracy(Math.round(accuracyM)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
      </View>
      <ActionButton
        icon="route"
        text={texts.directions}
        onPress={() => device.directions.open({ name, address: placeText ?? '', position })}
      />
    </View>
  );
});
