import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { countCases, type CaseCounts } from '../../../contract/report-cases';
import { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { meTexts } from '../texts';

/** What waits on the desk of hazard reports, in words, where that desk is open to the person; asked again at each look. */
export function useReportCounts(communityId: string | null): string | undefined {
  const { api, parts } = useRootStore();
  const [counts] = useState(() => new Remote<CaseCounts>(parts));
  useDidShow(() => {
    if (communityId === null) return;
    void counts.load({
      key: communityId,
      copy: () => null,
      read: () => api.call(countCases, { communityId, isOpen: true }),
    });
  });
  if (!counts.data) return undefined;
  const { states, overdue } = counts.data;
  const waiting = states.reduce((sum, { count }) => sum + count, 0);
  if (overdue > 0) return meTexts.overdue(overdue);
  return waiting > 0 ? meTexts.waiting(waiting) : undefined;
}
