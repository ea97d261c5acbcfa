import type { ManagedBulletin } from '../../src/contract/bulletins';
import type { ProblemBody } from '../../src/contract/http';
import type { TestCloud } from './cloud';
import { outang, post, type Headers } from './outang';

export type DeskAnswer = ManagedBulletin &
  Partial<Pick<ProblemBody, 'code' | 'fields' | 'detail' | 'current'>>;

export const paragraph = (text: string, href?: string) => ({
  type: 'paragraph',
  runs: [{ text, ...(href !== undefined && { href }) }],
});

export const written = (changes: object = {}) => ({
  category: 'policy',
  title: '高温津贴怎么领',
  departmentId: null,
  source: null,
  audience: 'everyone',
  reach: 'community',
  blocks: [paragraph('六月到九月，用人单位按月发给。')],
  ...changes,
});

/** Somebody who writes bulletins, as the desk does. */
export class BulletinDesk {
  constructor(
    private readonly cloud: TestCloud,
    private readonly headers: Headers,
    private readonly communityId: string = outang.id,
  ) {}

  async create(changes: object = {}): Promise<DeskAnswer> {
    const url = `/api/communities/${this.communityId}/managed-bulletins`;
    return (await post(this.cloud, url, this.headers, written(changes))).json<DeskAnswer>();
  }

  /** The part of the path behind the bulletin names the step; none: what it says is changed. */
  async put(bulletinId: string, step: string | null, payload: object): Promise<DeskAnswer> {
    const url = `/api/communities/${this.communityId}/managed-bulletins/${bulletinId}${step ? `/${step}` : ''}`;
    const answer = await this.cloud.app.inject({ method: 'PUT', url, headers: this.headers, payload });
    return answer.json<DeskAnswer>();
  }

  async look<Answer = DeskAnswer>(path: string): Promise<Answer> {
    const url = `/api/communities/${this.communityId}/managed-bulletins${path}`;
    return (await this.cloud.app.inject({ url, headers: this.headers })).json<Answer>();
  }

  async published(changes: object = {}, reminds = false): Promise<DeskAnswer> {
    const { id, version } = await this.create(changes);
    return this.put(id, 'publication', { reminds, version });
  }
}
