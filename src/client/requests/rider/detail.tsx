import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { requestLimits, type PersonRequest } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { RatingCard } from '../../ui/rating-card';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { consultationRoutes } from '../../consultations/routes';
import { requestRoutes } from '../routes';
import { AnswerPart } from './answer-part';
import './detail.scss';
import { RequestFacts, RequestHead, RequestHistory } from './request-parts';
import { newReply, RequestSheets, type Sheet } from './request-sheets';
import { RequestStore } from './request-store';
import { detailTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '诉求详情' });

interface BodyProps {
  store: RequestStore;
  request: PersonRequest;
  isSent: boolean;
}

/** What may be done about the answer. */
const AfterAnswer = observer(
  ({ store, request, onOpen }: Omit<BodyProps, 'isSent'> & { onOpen: (sheet: Sheet) => void }) => {
    const root = useRootStore();
    const [rating] = useState(() => newReply(root, request, 'rating'));
    const { can, followUpsLeft } = request;
    return (
      <>
        {can.rate ? (
          <RatingCard
            title={texts.rate}
            hint={texts.rateHint}
            label={texts.ratingWords}
            placeholder={texts.ratingExample}
            maxLength={requestLimits.ratingWordsLength}
            confirm={texts.rateSend}
            isWorking={store.working.isWorking}
            reply={rating}
            onRate={store.rate}
          />
        ) : null}
        {can.followUp || can.reopen ? (
          <View className="request__ways">
            {can.followUp ? (
              <ActionButton
                icon="chat"
                text={texts.followUp(followUpsLeft)}
                onPress={() => onOpen('followUp')}
              />
            ) : null}
            {can.reopen ? (
              <ActionButton icon="retry" text={texts.reopen} onPress={() => onOpen('reopen')} />
            ) : null}
          </View>
        ) : null}
      </>
    );
  },
);

/** Words are not enough for everything. */
function Meet({ request: { id, state, department } }: Pick<BodyProps, 'request'>) {
  const { navigation } = useRootStore().device;
  if (state === 'rated' || state === 'withdrawn') return null;
  const page = consultationRoutes.book.to({ requestId: id, ...(department && { department }) });
  return (
    <View className="card link-rows">
      <LinkRow icon="calendar" text={texts.meet} hint={texts.meetHint} onPress={() => navigation.to(page)} />
    </View>
  );
}

const Body = observer(({ store, request, isSent }: BodyProps) => {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const open = (next: Sheet | null) => {
    store.working.forget();
    setSheet(next);
  };
  const { can, question } = request;
  return (
    <View className="request">
      {isSent && request.state === 'submitted' ? (
        <Notice icon="check" tone="good" hint={texts.sentHint}>
          {texts.sent}
        </Notice>
      ) : null}
      <RequestHead request={request} />
      {sheet === null ? <FailureNotice working={store.working} /> : null}
      {can.reply && question ? (
        <View className="card request__part">
          <Heading level={2}>{texts.question}</Heading>
          <View className="request__words">{question}</View>
          <ActionButton kind="primary" text={texts.reply} onPress={() => open('reply')} />
        </View>
      ) : null}
      <AnswerPart request={request} />
      <AfterAnswer store={store} request={request} onOpen={open} />
      <Meet request={request} />
      <RequestFacts request={request} />
      <RequestHistory request={request} />
      {can.withdraw ? (
        <ActionButton kind="quiet" text={texts.withdraw} onPress={() => open('withdraw')} />
      ) : null}
      <RequestSheets store={store} request={request} sheet={sheet} onClose={() => open(null)} />
    </View>
  );
});

const Shown = observer(({ id, isSent }: { id: string; isSent: boolean }) => {
  const root = useRootStore();
  const [store] = useState(() => new RequestStore(root, id));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title}>
      {remoteView({
        remote: store.request,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (request) => <Body store={store} request={request} isSent={isSent} />,
      })}
    </Screen>
  );
});

function RequestDetail() {
  const { sessions } = useRootStore();
  const { id = '', sent } = requestRoutes.detail.parse(useRouter().params);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return <Shown id={id} isSent={sent !== undefined} />;
}

export default observer(RequestDetail);
