import { randomUUID } from 'node:crypto';
import type { SignUp } from '../../src/contract/activities';
import type { ManagedActivity, ManagedSignUp } from '../../src/contract/activity-desk';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { TestCloud } from './cloud';
import { makePerson, type MadePerson } from './made-person';
import { get, outang, post } from './outang';

export type Managed = ManagedActivity & ProblemBody;

/** What staff write of an activity that nothing is wrong with. */
export const activityFacts = {
  kind: 'film',
  title: '露天电影',
  description: '带上小板凳',
  stationId: null,
  placeText: '藕塘公园东门',
  position: null,
  startsAt: '2026-12-05T19:00:00+08:00',
  endsAt: '2026-12-05T21:00:00+08:00',
  signUpFrom: null,
  signUpUntil: null,
  capacity: null,
  minimum: null,
  questions: [],
  isRisky: false,
  riskNotice: null,
  insuranceText: null,
  leaderId: null,
  departmentId: null,
  audience: 'everyone',
  hoursPlanned: null,
  mediaIds: [],
} as const;

/** Staff at their desk, and the people who come. */
export class ActivityDesk {
  readonly base = `/api/communities/${outang.id}/activities`;

  private constructor(
    private readonly cloud: TestCloud,
    readonly staff: MadePerson,
  ) {}

  static async open(cloud: TestCloud): Promise<ActivityDesk> {
    return new ActivityDesk(
      cloud,
      await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }], '小徐'),
    );
  }

  rider(nickname = '骑手'): Promise<MadePerson> {
    return makePerson(this.cloud, [{ communityId: outang.id, roles: ['rider'] }], nickname);
  }

  async make(facts: object = {}): Promise<Managed> {
    return (
      await post(this.cloud, this.base, this.staff.headers, { ...activityFacts, ...facts })
    ).json<Managed>();
  }

  async published(facts: object = {}): Promise<Managed> {
    const { id, version } = await this.make(facts);
    return this.act<Managed>(id, 'publication', { version });
  }

  async act<Answer>(activityId: string, what: string, body: object, who = this.staff): Promise<Answer> {
    return (await post(this.cloud, `${this.base}/${activityId}/${what}`, who.headers, body)).json<Answer>();
  }

  async put<Answer>(activityId: string, body: object): Promise<Answer> {
    const url = `${this.base}/${activityId}`;
    const { headers } = this.staff;
    return (await this.cloud.app.inject({ method: 'PUT', url, headers, payload: body })).json<Answer>();
  }

  async look<Answer = Managed>(path: string, who = this.staff): Promise<Answer> {
    return (await get(this.cloud, `${this.base}/${path}`, who.headers)).json<Answer>();
  }

  async signUp(activityId: string, { headers }: MadePerson): Promise<SignUp & ProblemBody> {
    const answer = await post(
      this.cloud,
      `/api/activities/${activityId}/sign-ups`,
      headers,
      {},
      randomUUID(),
    );
    return answer.json<SignUp & ProblemBody>();
  }

  async comers(activityId: string, who = this.staff): Promise<ManagedSignUp[]> {
    return (await this.look<{ items: ManagedSignUp[] }>(`${activityId}/sign-ups`, who)).items;
  }

  async noticesOf({ headers }: MadePerson): Promise<Notice[]> {
    await this.cloud.jobs.drain();
    const { items } = (await get(this.cloud, '/api/notices', headers)).json<{ items: Notice[] }>();
    return items.filter(({ kind }) => kind === 'activity');
  }
}
