import type { ManagedActivity } from '../../../contract/activity-desk';
import { copyOf, draftOf, emptyDraft, factsOf, ruleOf, type ActivityDraft } from './activity-draft';
import { wrongWith } from './draft-check';

const zone = 'Asia/Shanghai';
const planting: ActivityDraft = {
  ...emptyDraft('2026-11-21'),
  title: ' 藕塘公园义务植树 ',
  stationId: 'b3a1',
  riskNotice: '穿防滑鞋',
  insuranceText: '有意外险',
};

describe('a draft of an activity', () => {
  test('begins a week from now, and needs a name, a place and, where risky, what protects', () => {
    const fresh = emptyDraft('2026-11-21');
    expect(fresh).toMatchObject({ startsOn: '2026-11-28', endsOn: '2026-11-28', from: '09:00' });
    expect(Object.keys(wrongWith(fresh, true))).toEqual([
      'title',
      'stationId',
      'riskNotice',
      'insuranceText',
    ]);
    expect(
      wrongWith({ ...fresh, kind: 'film', title: '观影', isAtStation: false, placeText: '党群中心' }, true),
    ).toEqual({});
    expect(wrongWith(planting, true)).toEqual({});
  });

  test('is sent in instants of the community, without what does not hold', () => {
    const facts = factsOf({ ...planting, placeText: '东门', capacity: ' 20', hoursPlanned: '1.5' }, zone);
    expect(facts).toMatchObject({
      title: '藕塘公园义务植树',
      stationId: 'b3a1',
      placeText: null,
      startsAt: '2026-11-28T01:00:00.000Z',
      endsAt: '2026-11-28T03:00:00.000Z',
      signUpFrom: null,
      capacity: 20,
      minimum: null,
      hoursPlanned: 1.5,
      isRisky: true,
    });
  });

  test.each([
    [{ to: '08:00' }, 'endsAt'],
    [{ endsOn: '2026-12-08' }, 'endsAt'],
    [{ signUpUntil: { on: '2026-11-28', at: '09:30' } }, 'signUpUntil'],
    [{ signUpFrom: { on: '2026-11-28', at: '09:00' } }, 'signUpFrom'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '5', minimum: '6' }, 'minimum'],
    [{ hoursPlanned: '1.3' }, 'hoursPlanned'],
    [{ repeat: 'weeks', everyWeeks: '9' }, 'everyWeeks'],
    [{ repeat: 'weekly', count: '27' }, 'count'],
    [{ repeat: 'monthly', endsBy: 'day', untilOn: '2026-11-28' }, 'untilOn'],
    [
      { questions: [{ id: 'q1', kind: 'single', label: '尺码', isRequired: true, options: ['大', ' '] }] },
      'questions',
    ],
  ] as [Partial<ActivityDraft>, string][])('%j is wrong', (change, field) => {
    expect(Object.keys(wrongWith({ ...planting, ...change }, true))).toEqual([field]);
  });

  test('how it comes again', () => {
    expect(ruleOf(planting)).toBeNull();
    expect(ruleOf({ ...planting, repeat: 'weekly' })).toEqual({ kind: 'weekly', everyWeeks: 1 });
    expect(ruleOf({ ...planting, repeat: 'weeks', everyWeeks: '3' })).toEqual({
      kind: 'weekly',
      everyWeeks: 3,
    });
    expect(ruleOf({ ...planting, repeat: 'monthly' })).toEqual({ kind: 'monthly' });
  });
});

test('what the cloud has comes back as it was sent; a copy is for another day', () => {
  const facts = factsOf({ ...planting, signUpUntil: { on: '2026-11-27', at: '18:00' } }, zone);
  const managed = {
    ...facts,
    startsAt: '2026-11-28T09:00:00+08:00',
    endsAt: '2026-11-28T11:00:00+08:00',
    signUpUntil: '2026-11-27T18:00:00+08:00',
    leader: null,
  } as unknown as ManagedActivity;
  expect(factsOf(draftOf(managed), zone)).toEqual(facts);
  const copy = copyOf(managed, '2027-03-01');
  expect(copy).toMatchObject({
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    from: '09:00',
    signUpUntil: null,
  });
});
