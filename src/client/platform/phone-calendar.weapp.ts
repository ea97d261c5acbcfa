import Taro from '@tarojs/taro';
import { isCancelled, isRefused } from './refusal';
import type { PhoneCalendar } from './phone-calendar';

/** WeChat counts from 1970 in seconds. */
const secondsOf = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

export const phoneCalendar: PhoneCalendar = {
  async add({ title, startsAt, endsAt, place, notes, remindMinutes }) {
    try {
      await Taro.addPhoneCalendar({
        title,
        startTime: secondsOf(startsAt),
        // A text, and only here.
        endTime: String(secondsOf(endsAt)),
        location: place,
        description: notes,
        alarm: true,
        alarmOffset: remindMinutes * 60,
      });
      return 'added';
    } catch (error) {
      if (isCancelled(error)) return 'left';
      return isRefused(error) ? 'refused' : 'failed';
    }
  },
};
