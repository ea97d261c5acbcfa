import { roles, type Role } from '../../contract/roles';
import { stationStatuses } from '../../contract/stations';
import type { Asker } from '../platform/asker';
import { canCheckIn, canSeeCodes, canTallyWalkIns } from './policy';

const here = { communityId: 'here', status: 'operating' } as const;
const elsewhere = { communityId: 'elsewhere', status: 'operating' } as const;
const holding = (...held: Role[]): Asker => ({
  personId: 'p',
  sessionId: 's',
  roles: new Map([['here', held]]),
  shops: new Set(),
});

test('a guest may nothing', () => {
  expect([canCheckIn, canSeeCodes, canTallyWalkIns].map((can) => can(null, here))).toEqual([
    false,
    false,
    false,
  ]);
});

test('whoever is signed in may check in where a station operates', () => {
  expect(stationStatuses.filter((status) => canCheckIn(holding(), { ...here, status }))).toEqual([
    'operating',
  ]);
});

test.each([
  ['see codes', canSeeCodes],
  ['tally walk-ins', canTallyWalkIns],
])('staff, organisers and admins of the community may %s', (_name, can) => {
  expect(roles.filter((role) => can(holding(role), here))).toEqual(['staff', 'organiser', 'admin']);
  expect(roles.filter((role) => can(holding(role), elsewhere))).toEqual([]);
});
