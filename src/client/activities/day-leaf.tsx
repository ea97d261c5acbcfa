import { View } from '@tarojs/components';
import './day-leaf.scss';
import { dayParts } from './when-text';

interface DayLeafProps {
  /** When it begins. */
  at: string;
  /** Has the colour of the volunteers. */
  isVolunteering: boolean;
}

/** The day as a leaf torn off a calendar. */
export function DayLeaf({ at, isVolunteering }: DayLeafProps) {
  const { day, month, weekday } = dayParts(at);
  return (
    <View className={`day-leaf ${isVolunteering ? 'day-leaf--volunteering' : ''}`}>
      <View className="day-leaf__month">{month}</View>
      <View className="day-leaf__day">{day}</View>
      <View className="day-leaf__weekday">{weekday}</View>
    </View>
  );
}
