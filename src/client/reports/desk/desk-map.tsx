import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { useRootStore } from '../../root-store';
import { AreaMap } from '../../ui/area-map';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { CaseLine } from './case-line';
import { MapStore } from './map-store';
import type { TriageStore } from './triage-store';
import { triageTexts as texts } from './triage-texts';
import './desk-map.scss';

interface DeskMapProps {
  triage: TriageStore;
  onOpen: (id: string) => void;
}

const Said = observer(({ store }: { store: MapStore }) => {
  const { failure } = store.map;
  if (failure)
    return (
      <Notice icon="warning" tone="warn" action={{ text: uiTexts.retry, onPress: () => void store.load() }}>
        {failureWords(failure).title}
      </Notice>
    );
  return store.isEmpty ? <Notice icon="info">{texts.mapEmpty}</Notice> : null;
});

/** The desk on the map: pins, and bubbles where there are many. */
export const DeskMap = observer(({ triage, onOpen }: DeskMapProps) => {
  const root = useRootStore();
  const { communities } = root;
  const [store] = useState(() => new MapStore(root, triage));
  const { filters, changes, openId } = triage;
  useEffect(() => void communities.loadBlockMap(), [communities]);
  useEffect(() => void store.load(), [store, filters, changes]);
  const community = communities.list.data?.find(({ id }) => id === triage.communityId) ?? communities.current;
  if (!community) return null;
  const open = triage.rows.find(({ id }) => id === openId);
  return (
    <View className="desk-map">
      <AreaMap
        label={texts.mapLabel}
        blockMap={communities.blockMap.data}
        centre={community.centre}
        zoom={15}
        markers={store.markers}
        clusters={store.clusters}
        selectedId={openId}
        origin={null}
        onMarker={(id) => (id === null ? triage.open(null) : onOpen(id))}
        onBox={(box) => void store.look(box)}
      />
      <View className="desk-map__said">
        <Said store={store} />
      </View>
      {open ? (
        <View className="desk-map__card">
          <CaseLine row={open} as="card" onOpen={() => onOpen(open.id)} />
        </View>
      ) : null}
    </View>
  );
});
