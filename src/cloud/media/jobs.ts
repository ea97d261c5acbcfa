import { mediaLimits } from '../../contract/media';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import { sweepMs } from './objects';
import * as queries from './queries';
import type { Media } from './service';

const hourMs = 3_600_000;

export function mediaJobs(jobs: Jobs, media: Media, clock: Clock): void {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  jobs.every('uploads_purge', hourMs, async (database) => {
    await database.run(queries.purgeUploads, [ago(mediaLimits.uploadHours * hourMs)]);
  });
  jobs.every('media_purge', hourMs, async (database) => {
    await database.run(queries.removeUnattached, [ago(mediaLimits.unattachedDays * dayMs)]);
  });
  jobs.every('media_originals_purge', hourMs, async (database) => {
    await database.run(queries.removeOriginals, [clock.now()]);
  });
  // After those above: what they let go of goes with the same round.
  jobs.every('media_objects_sweep', sweepMs, () => media.sweep());
}
