import { fork } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { mediaLimits, type Upload } from '../../src/contract/media';
import type { Session } from '../../src/contract/sessions';
import { startCloudProcess, type CloudProcess } from '../support/cloud-process';
import { outang } from '../support/outang';
import { server } from './load';
import type { Report } from './report';
import { environmentOf, type Where } from './where';

const photos = 24;
const senders = 4;

interface Measured {
  /** Of one photo, when they come one after the other as fast as may be. */
  ms: number;
  /** Resident memory at its highest. */
  peakMb: number;
}

/** 12 megapixels on its side, with the grain of a real one: some 4 MB. */
async function makePhoto(): Promise<Buffer> {
  const grain = { type: 'gaussian', mean: 128, sigma: 14 } as const;
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#000', noise: grain } })
    .jpeg({ quality: 88 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** Resident memory of a process, MB: now, or at its highest. */
const memoryOf = (pid: number, which: 'VmRSS' | 'VmHWM') => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${which}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
};

async function put(url: string, token: string, body: object | Buffer): Promise<Upload> {
  const isBytes = Buffer.isBuffer(body);
  const answer = await fetch(url, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
    },
    body: isBytes ? new Uint8Array(body) : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`An upload answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Upload;
}

async function upload(cloud: CloudProcess, token: string, photo: Buffer, sha256: string): Promise<void> {
  const url = `${cloud.url}/api/communities/${outang.id}/uploads/${randomUUID()}`;
  let answer = await put(url, token, { purpose: 'report', size: photo.length, sha256 });
  while (!answer.media) {
    const bytes = photo.subarray(answer.received, answer.received + mediaLimits.chunkBytes);
    answer = await put(`${url}/bytes/${answer.received}`, token, bytes);
  }
}

/** As phones send them, in pieces, to the built cloud: received, decoded, made smaller, sealed, written to disk. */
async function throughTheDoor(cloud: CloudProcess, photo: Buffer): Promise<Measured> {
  const signIn = await fetch(`${cloud.url}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'rider' }),
  });
  const { token } = (await signIn.json()) as Session;
  const sha256 = createHash('sha256').update(photo).digest('hex');
  await upload(cloud, token, photo, sha256);
  let left = photos;
  const send = async () => {
    while (left > 0) {
      left -= 1;
      await upload(cloud, token, photo, sha256);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: senders }, send));
  return { ms: (performance.now() - begun) / photos, peakMb: memoryOf(cloud.pid, 'VmHWM') };
}

async function bareSharp(file: string): Promise<Measured> {
  const child = fork(server('bare-sharp.mjs'), [file, String(photos), String(senders)]);
  const [measured] = (await once(child, 'message')) as [Measured];
  await once(child, 'exit');
  return measured;
}

/** 12-megapixel photos, all the way, beside sharp alone on the same photo. */
export async function benchMedia(report: Report, where: Where): Promise<void> {
  const photo = await makePhoto();
  const file = join(where.folder, 'photo.jpg');
  writeFileSync(file, photo);
  const bare = await bareSharp(file);
  const cloud = await startCloudProcess(environmentOf(where));
  try {
    const idleMb = memoryOf(cloud.pid, 'VmRSS');
    // The highest is counted from here on: starting takes more than serving.
    writeFileSync(`/proc/${cloud.pid}/clear_refs`, '5');
    const ours = await throughTheDoor(cloud, photo);
    const name = `12-megapixel photo (${(photo.length / 1e6).toFixed(1)} MB), ${where.name}`;
    report.measure(`${name}: a second`, Number((1_000 / ours.ms).toFixed(2)), 'photos/s');
    report.against(`${name}: through the door, ${senders} at once`, ours.ms, bare.ms, 'ms', null);
    report.against(`${name}: memory beyond idle`, Math.max(0, ours.peakMb - idleMb), bare.peakMb, 'MB', null);
    report.measure(`${name}: memory at its highest`, ours.peakMb, 'MB');
  } finally {
    await cloud.stop();
  }
}
