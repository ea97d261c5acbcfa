import { monthOf } from './month';

const year = {
  year: 2026,
  isArranged: true,
  hours: { opens: '09:00', closes: '17:30' },
  days: [
    { day: '2026-10-01', isWorking: false, name: '国庆节', isOwn: false, note: null },
    { day: '2026-10-10', isWorking: true, name: '国庆节', isOwn: false, note: null },
  ],
};

test('a month has its days, at work from Monday to Friday but for what is special', () => {
  const month = monthOf(year, 10);
  expect(month).toHaveLength(31);
  expect(month[0]).toMatchObject({ day: '2026-10-01', isWorking: false, special: { name: '国庆节' } });
  expect(month[9]).toMatchObject({ day: '2026-10-10', isWorking: true });
  expect(month[10]).toEqual({ day: '2026-10-11', isWorking: false, special: null });
  expect(month[11]).toEqual({ day: '2026-10-12', isWorking: true, special: null });
  expect(monthOf(year, 2)).toHaveLength(28);
});
