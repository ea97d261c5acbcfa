import { View } from '@tarojs/components';
import type { DayRow } from '../../../contract/attendance-days';
import type { AttendanceKind } from '../../../contract/attendances';
import { Icon } from '../../ui/icon';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { momentWords } from '../day-text';
import { attendanceTexts } from '../texts';
import { listTexts as texts } from './texts';

interface PersonRowProps {
  row: DayRow;
  kind: AttendanceKind;
  /** Said on this phone, and not arrived yet. */
  isWaiting: boolean;
  canMark: boolean;
  canForgive: boolean;
  onTick: () => void;
  onMend: () => void;
  onForgive: () => void;
}

function standOf({ came, left, minutes }: DayRow): string {
  const parts = [came ? momentWords(came) : texts.notCame, left ? momentWords(left) : ''];
  const time = minutes === null ? '' : attendanceTexts.minutes(minutes);
  return [...parts, time]
    .filter(Boolean)
    .join(' → ')
    .replace(` → ${time}`, time ? `（${time}）` : '');
}

/** Somebody of the list: a tick for whoever has not come, or gone; a tap on the name mends it. */
export function PersonRow(props: PersonRowProps) {
  const { row, kind, isWaiting, canMark, canForgive, onTick, onMend, onForgive } = props;
  const isTicked = (kind === 'in' ? row.came : row.left) !== null;
  const person = <PersonLine nickname={row.nickname} avatarUrl={row.avatarUrl} hint={standOf(row)} />;
  return (
    <View className="day-row">
      {canMark ? (
        <Pressable className="day-row__person" onPress={onMend}>
          {person}
        </Pressable>
      ) : (
        <View className="day-row__person">{person}</View>
      )}
      <View className="day-row__tags">
        {isWaiting ? <Tag text={texts.waiting} tone="warn" /> : null}
        {row.isWalkIn ? <Tag text={texts.walkIn} /> : null}
        {row.noShow === 'forgiven' ? <Tag text={texts.forgiven} /> : null}
        {row.noShow === 'counted' && !canForgive ? <Tag text={texts.noShow} tone="danger" /> : null}
      </View>
      {row.noShow === 'counted' && canForgive ? (
        <Pressable className="day-row__forgive" onPress={onForgive}>
          {texts.forgiveConfirm}
        </Pressable>
      ) : null}
      {canMark ? (
        <Pressable
          className={`day-row__tick ${isTicked ? 'day-row__tick--on' : ''}`}
          role="checkbox"
          isChecked={isTicked}
          label={texts.tick(row.nickname, kind)}
          onPress={isTicked ? onMend : onTick}
        >
          <Icon name="check" />
        </Pressable>
      ) : null}
    </View>
  );
}
