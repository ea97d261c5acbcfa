import { useRef, useState } from 'react';
import type { SimilarReport } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { useIsShown } from '../../ui/use-is-shown';
import type { ReportDraft } from '../draft';
import { reportRoutes } from '../routes';
import { useReports } from '../use-reports';
import { newTexts as texts } from './texts';
import { useSimilar } from './use-similar';

/** What a draft still lacks, in words. */
function missingIn(draft: ReportDraft | null): readonly string[] {
  return [
    ...(draft && draft.photos.length > 0 ? [] : [texts.missingPhotos]),
    ...(draft?.category ? [] : [texts.missingCategory]),
    ...(draft?.place ? [] : [texts.missingPlace]),
  ];
}

/** Handing a draft over: what may be the same is asked once, and what came of it is the page that follows. */
export function useSubmit(draft: ReportDraft | null) {
  const { device } = useRootStore();
  const { drafts, moves } = useReports();
  const similar = useSimilar(draft);
  const [isAsking, setIsAsking] = useState(false);
  const [isTold, setIsTold] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const isShown = useIsShown();
  const shown = useRef(isShown);
  shown.current = isShown;
  const follow = (url: string) => {
    if (shown.current) device.navigation.replace(url);
  };
  const send = async (key: string) => {
    setIsAsking(false);
    setIsWorking(true);
    const outcome = await drafts.submit(key);
    setIsWorking(false);
    const report = drafts.madeOf(key);
    if (report) follow(reportRoutes.detail.to({ id: report.id, sent: '1' }));
    else if (outcome !== 'refused') follow(reportRoutes.mine.to());
  };
  const submit = async () => {
    setIsTold(true);
    if (!draft || isWorking || missingIn(draft).length > 0) return;
    setIsWorking(true);
    const isKnown = draft.state === 'draft' && (await similar.soon()).length > 0;
    setIsWorking(false);
    if (isKnown) setIsAsking(true);
    else await send(draft.key);
  };
  const same = async ({ id, isFollowed }: SimilarReport) => {
    if (!draft || !(isFollowed || (await moves.follow(id)))) return;
    setIsAsking(false);
    drafts.remove(draft.key);
    follow(reportRoutes.detail.to({ id }));
  };
  return {
    submit: () => void submit(),
    isWorking,
    missing: isTold ? missingIn(draft) : [],
    similar: similar.found,
    isAsking,
    same: (report: SimilarReport) => void same(report),
    other: () => draft && void send(draft.key),
    close: () => {
      setIsAsking(false);
      moves.forgetFailure();
    },
  };
}
