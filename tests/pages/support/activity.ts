import type { Question } from '../../../src/contract/activities';
import { createActivity, publishActivity, type ManagedActivity } from '../../../src/contract/activity-desk';
import type { InputOf } from '../../../src/contract/http';
import { newKey } from '../../../src/client/idempotency-key';
import { communityOf } from './community';
import { signedInRider } from './rider';

type Facts = Omit<InputOf<NonNullable<(typeof createActivity)['schemas']>>, 'communityId'>;

const hourMs = 3_600_000;

export const gloves: Question = {
  ...{ id: 'q1', kind: 'single', label: '手套尺码', isRequired: true },
  options: ['大', '中', '小'],
};

let made = 0;

/** Each is on another day, so that nobody is at two of them. */
function factsOf(title: string): Facts {
  made += 1;
  const day = 24 * (10 + made + (process.pid % 50) * 5);
  const at = (hours: number) => new Date(Date.now() + (day + hours) * hourMs).toISOString();
  return {
    ...{ kind: 'other_volunteering', title, description: '带上水杯', audience: 'everyone' },
    ...{ stationId: null, placeText: '藕塘公园东门', position: null, startsAt: at(0), endsAt: at(2) },
    ...{ signUpFrom: null, signUpUntil: null, capacity: null, minimum: null, hoursPlanned: 2 },
    ...{ questions: [], isRisky: false, riskNotice: null, insuranceText: null },
    ...{ leaderId: null, departmentId: null, mediaIds: [] },
  };
}

/** A draft of staff's. */
export async function draftActivity(title: string, facts: Partial<Facts> = {}): Promise<ManagedActivity> {
  const staff = await signedInRider('staff');
  const communityId = communityOf(staff);
  const body = { ...factsOf(title), ...facts };
  return staff.root.api.call(createActivity, { communityId, ...body }, { key: newKey(Date.now()) });
}

/** One that everybody sees and can sign up for. */
export async function publishedActivity(title: string, facts: Partial<Facts> = {}): Promise<ManagedActivity> {
  const { id: activityId, communityId, version } = await draftActivity(title, facts);
  const staff = await signedInRider('staff');
  return staff.root.api.call(publishActivity, { communityId, activityId, version });
}
