import { observer } from 'mobx-react';
import { useState } from 'react';
import { requestLimits, type PersonRequest } from '../../../contract/requests';
import { ReplyStore } from '../../reply-store';
import { useRootStore, type RootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { ReasonSheet } from '../../ui/reason-sheet';
import { ReplySheet } from '../../ui/reply-sheet';
import type { RequestStore } from './request-store';
import { detailTexts as texts } from './texts';

export type Sheet = 'reply' | 'followUp' | 'reopen' | 'withdraw';

interface RequestSheetsProps {
  store: RequestStore;
  request: PersonRequest;
  sheet: Sheet | null;
  onClose: () => void;
}

export const newReply = (root: RootStore, { id, communityId }: PersonRequest, to: Sheet | 'rating') =>
  new ReplyStore(root, {
    communityId,
    purpose: 'request',
    mostPhotos: requestLimits.photos,
    place: `request.${id}.${to}`,
  });

const texted = {
  reply: {
    title: texts.replyTitle,
    label: texts.replyLabel,
    placeholder: texts.replyExample,
    confirm: texts.send,
  },
  followUp: {
    title: texts.followUpTitle,
    label: texts.followUpLabel,
    placeholder: texts.followUpExample,
    confirm: texts.send,
  },
  reopen: {
    title: texts.reopenTitle,
    label: texts.reopenLabel,
    placeholder: texts.reopenExample,
    confirm: texts.reopenSend,
  },
} as const;

/** The forms of what one may do; what was written in each stays until it is done. */
export const RequestSheets = observer(({ store, request, sheet, onClose }: RequestSheetsProps) => {
  const root = useRootStore();
  const [replies] = useState(() => ({
    reply: newReply(root, request, 'reply'),
    followUp: newReply(root, request, 'followUp'),
    reopen: newReply(root, request, 'reopen'),
    withdraw: newReply(root, request, 'withdraw'),
  }));
  const { failure, isWorking } = store.working;
  const close = (isDone: boolean) => {
    if (isDone) onClose();
  };
  const { reopenUntil, question } = request;
  const hints = {
    reply: question ?? '',
    followUp: texts.followUpHint,
    reopen: reopenUntil ? texts.reopenHint(instantText(reopenUntil)) : '',
  };
  return (
    <>
      {(['reply', 'followUp', 'reopen'] as const).map((kind) => (
        <ReplySheet
          key={kind}
          isOpen={sheet === kind}
          {...texted[kind]}
          hint={hints[kind]}
          maxLength={requestLimits.replyLength}
          reply={replies[kind]}
          failure={failure}
          onSend={() =>
            void replies[kind].send((words, mediaIds) => store[kind]({ words, mediaIds })).then(close)
          }
          onClose={onClose}
        />
      ))}
      <ReasonSheet
        isOpen={sheet === 'withdraw'}
        title={texts.withdrawTitle}
        hint={texts.withdrawHint}
        label={texts.withdrawLabel}
        placeholder={texts.withdrawExample}
        suggestions={texts.withdrawReasons}
        confirm={texts.withdraw}
        maxLength={requestLimits.replyLength}
        isWorking={isWorking}
        failure={failure}
        written={replies.withdraw}
        onConfirm={() => void replies.withdraw.send((words) => store.withdraw(words)).then(close)}
        onClose={onClose}
      />
    </>
  );
});
