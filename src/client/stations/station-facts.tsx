import { View } from '@tarojs/components';
import type { Station } from '../../contract/stations';
import { Heading } from '../ui/heading';
import { plainDateText } from '../ui/dates';
import { stationTexts } from './texts';
import './station-facts.scss';

/** The smaller facts: how many it holds, whose it is, its number, when someone last looked. */
export function StationFacts({ station }: { station: Station }) {
  const { capacity, parent, phone, verifiedAt } = station;
  const facts = [
    { name: stationTexts.capacity, value: capacity === null ? null : stationTexts.capacityPeople(capacity) },
    { name: stationTexts.phone, value: phone },
    { name: stationTexts.belongsTo, value: parent?.name ?? null },
    {
      name: stationTexts.verified,
      value: verifiedAt && stationTexts.verifiedOn(plainDateText(verifiedAt.slice(0, 10))),
    },
  ].filter(({ value }) => value !== null);
  if (facts.length === 0) return null;
  return (
    <View className="card station-facts">
      <Heading level={2}>{stationTexts.more}</Heading>
      {facts.map(({ name, value }) => (
        <View key={name} className="station-facts__line">
          <View className="station-facts__name">{name}</View>
          <View className="station-facts__value">{value}</View>
        </View>
      ))}
    </View>
  );
}
