import { observer } from 'mobx-react';
import { useState } from 'react';
import { reportLimits, type Report } from '../../../contract/reports';
import { ReplyStore } from '../../reply-store';
import { useRootStore, type RootStore } from '../../root-store';
import { ReasonSheet } from '../../ui/reason-sheet';
import { ReplySheet } from '../../ui/reply-sheet';
import { useReports } from '../use-reports';
import { detailTexts as texts } from './texts';

export type Sheet = 'answer' | 'reopen' | 'withdraw';

export const newReply = (root: RootStore, { id, communityId }: Report, to: Sheet | 'rating') =>
  new ReplyStore(root, {
    communityId,
    purpose: 'report',
    mostPhotos: reportLimits.photos,
    place: `report.${id}.${to}`,
  });

/** The forms of what one may do; what was written in each stays until it is done. */
export const ReportSheets = observer(
  ({ report, sheet, onClose }: { report: Report; sheet: Sheet | null; onClose: () => void }) => {
    const root = useRootStore();
    const { moves } = useReports();
    const [answer] = useState(() => newReply(root, report, 'answer'));
    const [reason] = useState(() => newReply(root, report, 'reopen'));
    const [withdrawal] = useState(() => newReply(root, report, 'withdraw'));
    const failure = moves.failed?.reportId === report.id ? moves.failed.failure : null;
    const close = (isDone: boolean) => {
      if (isDone) onClose();
    };
    return (
      <>
        <ReplySheet
          isOpen={sheet === 'answer'}
          title={texts.answerTitle}
          hint={report.question ?? ''}
          label={texts.answerLabel}
          placeholder={texts.answerExample}
          maxLength={reportLimits.replyLength}
          confirm={texts.answerSend}
          reply={answer}
          failure={failure}
          onSend={() => void answer.send((words, ids) => moves.answer(report, words, ids)).then(close)}
          onClose={onClose}
        />
        <ReplySheet
          isOpen={sheet === 'reopen'}
          title={texts.reopenTitle}
          hint={texts.reopenHint}
          label={texts.reopenLabel}
          placeholder={texts.reopenExample}
          maxLength={reportLimits.replyLength}
          confirm={texts.reopen}
          reply={reason}
          failure={failure}
          onSend={() => void reason.send((words, ids) => moves.askToReopen(report, words, ids)).then(close)}
          onClose={onClose}
        />
        <ReasonSheet
          isOpen={sheet === 'withdraw'}
          title={texts.withdrawTitle}
          hint={texts.withdrawHint}
          label={texts.withdrawLabel}
          placeholder={texts.withdrawExample}
          suggestions={texts.withdrawReasons}
          confirm={texts.withdraw}
          maxLength={reportLimits.replyLength}
          isWorking={moves.isWorking}
          failure={failure}
          written={withdrawal}
          onConfirm={() => void withdrawal.send((words) => moves.withdraw(report, words)).then(close)}
          onClose={onClose}
        />
      </>
    );
  },
);
