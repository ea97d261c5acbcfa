import type { DayList, DayRow, Mark } from '../../../contract/attendance-days';
import { withMarks } from './overlay';

const row = (personId: string, came: string | null): DayRow => ({
  personId,
  nickname: personId,
  avatarUrl: null,
  isWalkIn: false,
  came: came === null ? null : { at: came, way: 'code', isLate: false },
  left: null,
  minutes: null,
  noShow: null,
  version: 1,
});
const list: DayList = {
  activity: {
    id: 'a',
    communityId: 'c',
    kind: 'other_volunteering',
    title: '整理书屋',
    place: '',
    startsAt: '2026-11-23T09:30:00+08:00',
    endsAt: '2026-11-23T11:30:00+08:00',
    opensAt: '2026-11-23T08:30:00+08:00',
    closesAt: '2026-11-23T13:30:00+08:00',
  },
  isWalkInAllowed: false,
  walkIns: 0,
  closedAt: null,
  isJudged: false,
  counts: { expected: 2, came: 1, left: 0 },
  rows: [row('小李', '2026-11-23T09:10:00+08:00'), row('小王', null)],
  can: { mark: true, forgive: false },
};
const mark = (personId: string, kind: Mark['kind'], mode: Mark['mode']): Mark => ({
  personId,
  kind,
  mode,
  at: '2026-11-23T01:40:00.000Z',
});

test('a tick that waits is shown; who had come before keeps their time; the order stays', () => {
  const shown = withMarks(list, [mark('小李', 'in', 'tick'), mark('小王', 'in', 'tick')]);
  expect(shown.rows.map(({ nickname }) => nickname)).toEqual(['小李', '小王']);
  expect(shown.rows.map(({ came }) => came?.way)).toEqual(['code', 'leader']);
  expect(shown.counts).toEqual({ expected: 2, came: 2, left: 0 });
});

test('a time that was set stands instead, and what was cleared is gone; the last word counts', () => {
  const shown = withMarks(list, [
    mark('小李', 'in', 'set'),
    mark('小王', 'out', 'tick'),
    mark('小王', 'out', 'clear'),
  ]);
  expect(shown.rows[0]?.came?.way).toBe('leader');
  expect(shown.rows[1]?.left).toBeNull();
  expect(withMarks(list, [])).toBe(list);
});
