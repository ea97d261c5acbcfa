import type { Queries } from '../platform/database';

/** What screenings need of the pictures' keeper. */
export interface PictureUrls {
  /** For the desk; what is gone is left out. */
  of(
    from: Queries,
    communityId: string,
    ids: readonly string[],
  ): Promise<readonly { id: string; url: string; thumbUrl: string }[]>;
  /** A whole URL of a JPEG, for WeChat to fetch. @param seconds how long it is good. */
  signedUrlFor(mediaId: string, variant: 'photo', seconds: number): Promise<string>;
}
