import type { Report, ReportEntry } from '../../../contract/reports';
import { instantText } from '../../ui/dates';
import { Timeline, type TimelineEntry } from '../../ui/timeline';
import { nextStepWords } from '../next-step-text';
import { reportActionTexts, reportActorTexts, reportPhotoKindTexts } from '../report-text';
import { detailTexts as texts } from './texts';

function entryOf(entry: ReportEntry, isMine: boolean): TimelineEntry {
  const { id, action, by, department, receiver, until, words, photos, at } = entry;
  const who = by === 'reporter' && isMine ? texts.you : reportActorTexts[by];
  const more = [
    department && texts.department(department),
    receiver && texts.receiver(receiver),
    until && texts.until(instantText(until)),
  ].filter(Boolean);
  return {
    id,
    what: reportActionTexts[action],
    hint: `${instantText(at)} · ${who}`,
    more: more.join(' · '),
    words,
    photos: photos.map(({ id: photoId, url, kind }, index) => ({
      id: photoId,
      url,
      name: reportPhotoKindTexts[kind],
      alt: texts.photoAlt(reportPhotoKindTexts[kind], index + 1),
    })),
  };
}

/** What comes next with a report and what was done. */
export function ReportTimeline({ report }: { report: Report }) {
  return (
    <Timeline
      title={texts.history}
      next={report.next ? nextStepWords(report) : null}
      entries={report.entries.map((entry) => entryOf(entry, report.isMine))}
    />
  );
}
