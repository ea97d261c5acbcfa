import { useEffect, useRef, useState } from 'react';
import type { SimilarReport } from '../../../contract/reports';
import type { ReportDraft } from '../draft';
import { useReports } from '../use-reports';

const none: readonly SimilarReport[] = [];

/** So long whoever hands in waits for what may be the same, and not longer. */
const patienceMs = 1_500;

interface Similar {
  /** What may be the same, as far as it is known by now. */
  found: readonly SimilarReport[];
  /** The same, waited for a moment where it is still being asked. */
  soon: () => Promise<readonly SimilarReport[]>;
}

const later = () => new Promise<typeof none>((resolve) => void setTimeout(() => resolve(none), patienceMs));

/** Reports that may be the same as a draft, asked for as soon as it says what and where. */
export function useSimilar(draft: ReportDraft | null): Similar {
  const reports = useReports();
  const [found, setFound] = useState(none);
  const asked = useRef(Promise.resolve(none));
  const position = draft?.place?.position;
  const question = draft?.category && position ? `${draft.category} ${position.lat} ${position.lng}` : null;
  useEffect(() => {
    let isOver = false;
    setFound(none);
    asked.current = draft && question ? reports.similarTo(draft) : Promise.resolve(none);
    void asked.current.then((similar) => {
      if (!isOver) setFound(similar);
    });
    return () => {
      isOver = true;
    };
    // The rest of the draft makes no difference to it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reports, question]);
  return { found, soon: () => Promise.race([asked.current, later()]) };
}
