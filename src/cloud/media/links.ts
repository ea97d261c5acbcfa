import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../platform/clock';
import type { Secrets } from '../platform/secrets';

/** `thumb`: a square for lists; `photo`: large; `original`: as it was sent. */
export type Variant = 'thumb' | 'photo' | 'original';

const variants: readonly string[] = ['thumb', 'photo', 'original'] satisfies Variant[];
const isVariant = (text: string): text is Variant => variants.includes(text);

/** Within such a window a photo keeps its address, so that it is fetched once. */
const windowSeconds = 1_800;
const secretName = 'media_links';
const signatureBytes = 16;
const filePattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})$/;

export interface Link {
  url: string;
  expiresAt: Date;
}

export interface OpenLink {
  id: string;
  variant: Variant;
  secondsLeft: number;
}

/** Addresses of photos: nobody can guess one, and none is good for long. */
export function createLinks({ secrets, clock }: { secrets: Secrets; clock: Clock }) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1_000);

  async function signatureOf(variant: string, id: string, expires: string): Promise<Buffer> {
    const key = await secrets.get(secretName);
    return createHmac('sha256', key)
      .update(`${variant} ${id} ${expires}`)
      .digest()
      .subarray(0, signatureBytes);
  }

  async function signed(variant: Variant, id: string, expires: number): Promise<Link> {
    const until = expires.toString(36);
    const signature = (await signatureOf(variant, id, until)).toString('base64url');
    return { url: `/media/${variant}/${id}.${until}.${signature}`, expiresAt: new Date(expires * 1_000) };
  }

  return {
    /** Good for one to two windows; the same for all who ask within one. */
    async urlOf(variant: 'thumb' | 'photo', id: string): Promise<string> {
      const expires = (Math.floor(nowSeconds() / windowSeconds) + 2) * windowSeconds;
      return (await signed(variant, id, expires)).url;
    },

    /** Good for exactly so many seconds. */
    for: (variant: Variant, id: string, seconds: number): Promise<Link> =>
      signed(variant, id, nowSeconds() + seconds),

    /** null: not ours, or no longer good. */
    async read(variant: string, file: string): Promise<OpenLink | null> {
      const [, id = '', expires = '', signature = ''] = filePattern.exec(file) ?? [];
      if (!id || !isVariant(variant)) return null;
      const right = await signatureOf(variant, id, expires);
      if (!timingSafeEqual(right, Buffer.from(signature, 'base64url'))) return null;
      const secondsLeft = Number.parseInt(expires, 36) - nowSeconds();
      return secondsLeft > 0 ? { id, variant, secondsLeft } : null;
    },
  };
}
