import type { ConsultationHours, Officer } from '../../../contract/consultation-desk';
import type { ConsultationWay } from '../../../contract/consultations';

/** Hours as they are being written. */
export interface HoursDraft {
  readonly officerId: string;
  readonly departmentId: string;
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
  readonly slotMinutes: number;
  readonly way: ConsultationWay;
  readonly place: string;
  readonly topicId: string | null;
  readonly fromDay: string;
  readonly untilDay: string | null;
}

export const newHours = (officer: Officer | undefined, fromDay: string): HoursDraft => ({
  officerId: officer?.personId ?? '',
  departmentId: officer?.departments[0]?.id ?? '',
  weekdays: [2],
  opens: '14:00',
  closes: '16:00',
  slotMinutes: 30,
  way: 'in_person',
  place: '',
  topicId: null,
  fromDay,
  untilDay: null,
});

export const draftOf = ({ officer, department, topic, place, ...hours }: ConsultationHours): HoursDraft => ({
  ...hours,
  officerId: officer.personId,
  departmentId: department.id,
  topicId: topic?.id ?? null,
  place: place ?? '',
});

/** As the cloud wants to be told. */
export const saidOf = (draft: HoursDraft) => {
  const { weekdays, opens, closes, slotMinutes, way, place, topicId, fromDay, untilDay } = draft;
  const said = { opens, closes, slotMinutes, way, topicId, fromDay, untilDay };
  return { ...said, weekdays: [...weekdays], place: place.trim() || null };
};

export const isComplete = ({ weekdays, opens, closes, way, place }: HoursDraft): boolean =>
  weekdays.length > 0 && closes > opens && (way !== 'in_person' || place.trim() !== '');
