import { createHash, randomUUID } from 'node:crypto';
import { mediaLimits, type MediaPurpose, type Upload } from '../../src/contract/media';
import type { ProblemBody } from '../../src/contract/http';
import type { TestCloud } from './cloud';
import { outang, type Headers } from './outang';

export type UploadAnswer = Upload & Pick<ProblemBody, 'code'> & { status: number };

/** A phone that uploads photos, as the app does. */
export class Uploading {
  constructor(
    private readonly cloud: TestCloud,
    private readonly headers: Headers,
    private readonly communityId: string = outang.id,
  ) {}

  async start(
    key: string,
    bytes: Buffer,
    purpose: MediaPurpose = 'report',
    sha256 = createHash('sha256').update(bytes).digest('hex'),
  ): Promise<UploadAnswer> {
    return this.ask('PUT', this.urlOf(key), { purpose, size: bytes.length, sha256 });
  }

  send(key: string, offset: number, bytes: Buffer): Promise<UploadAnswer> {
    return this.ask('PUT', `${this.urlOf(key)}/bytes/${offset}`, bytes);
  }

  look(key: string): Promise<UploadAnswer> {
    return this.ask('GET', this.urlOf(key));
  }

  remove(key: string): Promise<UploadAnswer> {
    return this.ask('DELETE', this.urlOf(key));
  }

  /** Until all is there, or something is refused. */
  async upload(
    bytes: Buffer,
    options: { key?: string; purpose?: MediaPurpose; chunk?: number } = {},
  ): Promise<UploadAnswer> {
    const { key = randomUUID(), purpose = 'report', chunk = mediaLimits.chunkBytes } = options;
    let answer = await this.start(key, bytes, purpose);
    while (answer.status === 200 && !answer.media)
      answer = await this.send(
        key,
        answer.received,
        bytes.subarray(answer.received, answer.received + chunk),
      );
    return answer;
  }

  private urlOf(key: string): string {
    return `/api/communities/${this.communityId}/uploads/${key}`;
  }

  private async ask(
    method: 'GET' | 'PUT' | 'DELETE',
    url: string,
    payload?: object | Buffer,
  ): Promise<UploadAnswer> {
    const type = Buffer.isBuffer(payload) ? 'application/octet-stream' : 'application/json';
    const headers = { ...this.headers, ...(payload && { 'content-type': type }) };
    const answer = await this.cloud.app.inject({ method, url, headers, ...(payload && { payload }) });
    const body = answer.body ? answer.json<Upload & ProblemBody>() : ({} as Upload & ProblemBody);
    return { ...body, status: answer.statusCode };
  }
}
