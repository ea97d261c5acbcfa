import { targetOf } from './links';

test('a page of the app, with its query as it came', () => {
  expect(targetOf('members/rider/grid')).toEqual({ url: '/members/rider/grid', isTab: false });
  expect(targetOf('members/desk/people?communityId=a%20b')).toEqual({
    url: '/members/desk/people?communityId=a%20b',
    isTab: false,
  });
});

test('a tab is switched to', () => {
  expect(targetOf('settings/rider/me')).toEqual({ url: '/settings/rider/me', isTab: true });
});

test.each([
  'coupons/rider/mine',
  'members/rider/membership',
  'merchants/shop/mine',
  'people/rider/my-data',
  'activities/rider/detail?id=1',
  'activities/desk/sign-ups?communityId=1&activityId=2',
  'points/rider/mine',
  'redemptions/rider/pass',
  'sessions/rider/ways',
])('a page that notices of the cloud lead to is known: %s', (link) =>
  expect(targetOf(link)).toEqual({ url: `/${link}`, isTab: false }),
);

test.each([
  null,
  '',
  'coupons/rider/nowhere',
  'https://elsewhere.test/members/rider/grid',
  '//elsewhere.test',
])('a page this version does not know leads nowhere: %s', (link) => expect(targetOf(link)).toBeNull());
