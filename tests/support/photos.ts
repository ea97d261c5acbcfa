import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** Noise in soft spots, so that no two are alike. */
export const noise = (width: number, height: number) =>
  sharp(randomBytes(24 * 18 * 3), { raw: { width: 24, height: 18, channels: 3 } }).resize(width, height, {
    fit: 'fill',
  });

/** As a phone held upright makes it: lying on its side, with where it was taken. */
export const phonePhoto = (width = 800, height = 600): Promise<Buffer> =>
  noise(width, height)
    .jpeg({ quality: 85 })
    .withExif({
      IFD0: { Make: 'PhoneMaker', Copyright: 'where I live' },
      IFD3: {
        GPSLatitude: '31/1 53/1 7/1',
        GPSLatitudeRef: 'N',
        GPSLongitude: '117/1 15/1 3/1',
        GPSLongitudeRef: 'E',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
