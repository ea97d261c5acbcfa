import { useEffect, useState } from 'react';
import type { SimilarReport } from '../../../contract/reports';
import type { ReportDraft } from '../draft';
import { useReports } from '../use-reports';

const none: readonly SimilarReport[] = [];

/** What may be the same, as far as it is known by now: nobody waits for it. */
export function useSimilar(draft: ReportDraft | null): readonly SimilarReport[] {
  const reports = useReports();
  const [similar, setSimilar] = useState(none);
  const position = draft?.place?.position;
  const question = draft?.category && position ? `${draft.category} ${position.lat} ${position.lng}` : null;
  useEffect(() => {
    let isOver = false;
    setSimilar(none);
    if (draft && question) {
      void reports.similarTo(draft).then((found) => {
        if (!isOver) setSimilar(found);
      });
    }
    return () => {
      isOver = true;
    };
    // The rest of the draft makes no difference to it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reports, question]);
  return similar;
}
