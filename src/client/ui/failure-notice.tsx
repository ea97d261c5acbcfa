import { observer } from 'mobx-react';
import { Notice } from './notice';
import { failureWords } from './state-views';
import type { Working } from '../working';

/** Why something did not come about, in the cloud's words. */
export const FailureNotice = observer(({ working }: { working: Working }) => {
  if (!working.failure) return null;
  const { title, hint } = failureWords(working.failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});
