import type { Screening, WechatFinding } from '../../contract/screenings';
import { localIso } from '../platform/local-time';
import type { ShownRow } from './desk-queries';

/** WeChat's numbers; 100 is nothing. */
const findings = new Map<number, WechatFinding>([
  [10001, 'ads'],
  [20001, 'politics'],
  [20002, 'porn'],
  [20003, 'abuse'],
  [20006, 'crime'],
  [20008, 'fraud'],
  [20012, 'vulgar'],
  [20013, 'copyright'],
  [21000, 'other'],
]);
const nothing = 100;

const foundBy = (label: number | null): WechatFinding | null =>
  label === null || label === nothing ? null : (findings.get(label) ?? 'other');

interface Around {
  timeZone: string;
  mayDecide: boolean;
  /** By id. */
  pictures: ReadonlyMap<string, { url: string; thumbUrl: string }>;
}

/** As the desk sees it; only what waits, or was decided. */
export function screeningOf(row: ShownRow, { timeZone, mayDecide, pictures }: Around): Screening {
  const { id, subjectKind, subjectId, startedAt, decidedAt, reason, parts } = row;
  const state = row.state === 'passed' || row.state === 'rejected' ? row.state : 'waiting';
  const words = parts.find(({ kind }) => kind === 'words');
  const shown = parts.flatMap(({ mediaId, why, label }) => (mediaId ? [{ mediaId, why, label }] : []));
  const iso = (at: Date) => localIso(timeZone, at.getTime());
  return {
    id,
    subject: { kind: subjectKind, id: subjectId },
    state,
    startedAt: iso(startedAt),
    texts: (words?.texts ?? []).map(({ field, text }, at) => ({
      field,
      text,
      hits: (words?.hits ?? [])
        .filter((hit) => hit.at === at)
        .map(({ start, end, category }) => ({ start, end, category })),
    })),
    words: { why: words?.why ?? null, found: foundBy(words?.label ?? null) },
    pictures: shown.map(({ mediaId, why, label }) => ({
      id: mediaId,
      url: pictures.get(mediaId)?.url ?? null,
      thumbUrl: pictures.get(mediaId)?.thumbUrl ?? null,
      why,
      found: foundBy(label),
    })),
    decidedAt: decidedAt && iso(decidedAt),
    reason,
    can: { decide: mayDecide && row.state === 'waiting' },
  };
}
