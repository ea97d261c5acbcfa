import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import sharp from 'sharp';

/** Nothing but sharp: a large and a small picture of a photo in memory, so many times, so many at once. */
const [file, count, atOnce] = process.argv.slice(2);
const photo = readFileSync(file);
let left = Number(count);

async function work() {
  while (left > 0) {
    left -= 1;
    const upright = sharp(photo).autoOrient();
    await Promise.all([
      upright.clone().resize(1280, 1280, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer(),
      upright.clone().resize(320, 320, { fit: 'cover' }).jpeg({ quality: 80 }).toBuffer(),
    ]);
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: Number(atOnce) }, work));
const ms = (performance.now() - begun) / Number(count);
process.send({ ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
