import type { Case, CaseRow } from '../../src/contract/report-cases';
import { outang } from './outang';

const photo = {
  id: '019ab000-0000-7000-8000-000000000701',
  url: '/api/media/photo.jpg',
  thumbUrl: '/api/media/thumb.jpg',
  width: 1280,
  height: 960,
};

export const sanitation = { id: '019ab000-0000-7000-8000-000000000401', name: '环卫所' };

const caseId = (number: number): string => `019ab000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A report that waits to be handed out. */
export function caseRow(number: number, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id: caseId(number),
    communityId: outang.id,
    number,
    category: 'environment',
    state: 'triage',
    words: '垃圾堆在路边',
    placeText: '荷风路 12 号门口',
    photo,
    submittedAt: '2026-11-22T09:00:00+08:00',
    changedAt: '2026-11-22T09:00:00+08:00',
    next: { by: 'staff', dueAt: '2026-11-23T17:30:00+08:00', isOverdue: false },
    position: { lat: 31.8868, lng: 117.2514, crs: 'GCJ-02', accuracyM: 10 },
    due: 'soon',
    assignee: null,
    escalation: 0,
    followers: 0,
    version: 1,
    ...change,
  };
}

const cannot: Case['can'] = {
  assign: false,
  recategorise: false,
  accept: false,
  giveBack: false,
  ask: false,
  schedule: false,
  transfer: false,
  resume: false,
  resolve: false,
  reject: false,
  refer: false,
  merge: false,
  decideReopening: false,
  note: false,
  seeOriginals: false,
};

/** The same with all that the desk is shown of it. */
export function caseOf(row: CaseRow, can: Partial<Case['can']>, change: Partial<Case> = {}): Case {
  return {
    ...row,
    eventCode: '01002',
    codeVersion: '2026-1',
    positionSource: 'device',
    isAnonymous: false,
    photos: [{ ...photo, kind: 'report' }],
    entries: [entryOf(1, 'submit', { from: null, to: 'submitted', by: 'reporter' })],
    question: null,
    rating: null,
    canonical: null,
    reporter: null,
    duplicates: [],
    givenBack: 0,
    workingMsLeft: null,
    can: { ...cannot, ...can },
    ...change,
  };
}

export function entryOf(
  number: number,
  action: Case['entries'][number]['action'],
  change: Partial<Case['entries'][number]> = {},
): Case['entries'][number] {
  return {
    id: caseId(9_000 + number),
    action,
    from: null,
    to: null,
    by: 'staff',
    department: null,
    receiver: null,
    until: null,
    words: null,
    photos: [],
    at: '2026-11-22T09:00:00+08:00',
    person: null,
    isInternal: false,
    ...change,
  };
}
