import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { reportLimits, type Report } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Photos } from '../../ui/photos';
import { Pressable } from '../../ui/pressable';
import { RatingCard } from '../../ui/rating-card';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { GivenStars } from '../../ui/stars';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { nextStepWords } from '../next-step-text';
import {
  reportCategoryTexts,
  reportNumberText,
  reportPhotoKindTexts,
  reportStateTexts,
} from '../report-text';
import { reportRoutes } from '../routes';
import { useReports } from '../use-reports';
import './detail.scss';
import { newReply, ReportSheets, type Sheet } from './report-sheets';
import { ReportTimeline } from './report-timeline';
import { detailTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '上报详情' });

function Head({ report }: { report: Report }) {
  const { category, state, number, isMine } = report;
  const { name, tone } = reportStateTexts[state];
  const { text, due, isOverdue } = nextStepWords(report);
  return (
    <View className="card report__head">
      <View className="report__title">
        <Heading level={1}>{reportCategoryTexts[category]}</Heading>
        <Tag text={name} tone={tone} />
      </View>
      <View className="hint">
        {[reportNumberText(number), isMine ? '' : texts.followed].filter(Boolean).join(' · ')}
      </View>
      <View className="report__next">{text}</View>
      {due ? <View className={isOverdue ? 'report__overdue' : 'hint'}>{due}</View> : null}
    </View>
  );
}

const Canonical = observer(({ canonical }: { canonical: NonNullable<Report['canonical']> }) => {
  const { device } = useRootStore();
  return (
    <Pressable role="link" onPress={() => device.navigation.to(reportRoutes.detail.to({ id: canonical.id }))}>
      <Notice icon="next" hint={texts.canonicalHint}>
        {texts.canonical(reportNumberText(canonical.number))}
      </Notice>
    </Pressable>
  );
});

const Facts = observer(({ report }: { report: Report }) => {
  const { device } = useRootStore();
  const { photos, placeText, words, submittedAt, isAnonymous, followers, isMine } = report;
  const lines = [
    placeText && ([texts.where, placeText] as const),
    [texts.when, instantText(submittedAt)] as const,
  ].filter(Boolean) as (readonly [string, string])[];
  return (
    <View className="card report__facts">
      <Photos
        label={texts.photos}
        onOpen={(index) => device.web.showPicture(photos[index]?.url ?? '')}
        photos={photos.map(({ url, kind }, index) => ({
          url: device.web.urlOf(url),
          alt: texts.photoAlt(reportPhotoKindTexts[kind], index + 1),
        }))}
      />
      {words ? <View className="report__words">{words}</View> : null}
      {lines.map(([name, value]) => (
        <View key={name} className="report__fact">
          <View className="hint">{name}</View>
          <View>{value}</View>
        </View>
      ))}
      {isMine && isAnonymous ? <View className="hint">{texts.anonymous}</View> : null}
      {followers > 0 ? <View className="hint">{texts.followers(followers)}</View> : null}
    </View>
  );
});

function Rating({ rating }: { rating: NonNullable<Report['rating']> }) {
  return (
    <View className="card report__facts">
      <Heading level={2}>{texts.yourRating}</Heading>
      <GivenStars stars={rating.stars} />
      {rating.words ? <View className="report__words">{rating.words}</View> : null}
    </View>
  );
}

const Ways = observer(({ report, onOpen }: { report: Report; onOpen: (sheet: Sheet) => void }) => {
  const { moves, open } = useReports();
  const { can, id } = report;
  const follow = async (isOn: boolean) => {
    if (await (isOn ? moves.follow(id) : moves.unfollow(id))) await open(id);
  };
  return (
    <View className="report__ways">
      {can.askToReopen && !can.rate ? (
        <ActionButton icon="retry" text={texts.reopen} onPress={() => onOpen('reopen')} />
      ) : null}
      {can.withdraw ? (
        <ActionButton kind="quiet" text={texts.withdraw} onPress={() => onOpen('withdraw')} />
      ) : null}
      {can.follow ? (
        <ActionButton
          icon="bell"
          text={texts.follow}
          isWorking={moves.isWorking}
          onPress={() => void follow(true)}
        />
      ) : null}
      {can.unfollow ? (
        <ActionButton
          kind="quiet"
          text={texts.unfollow}
          isWorking={moves.isWorking}
          onPress={() => void follow(false)}
        />
      ) : null}
    </View>
  );
});

const Body = observer(({ report, isSent }: { report: Report; isSent: boolean }) => {
  const root = useRootStore();
  const { moves } = useReports();
  const [said] = useState(() => newReply(root, report, 'rating'));
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const open = (next: Sheet | null) => {
    moves.forgetFailure();
    setSheet(next);
  };
  const failure = sheet === null && moves.failed?.reportId === report.id ? moves.failed.failure : null;
  const { can, question, rating, canonical } = report;
  return (
    <View className="report">
      {isSent ? (
        <Notice icon="check" tone="good" hint={texts.sentHint}>
          {texts.sent}
        </Notice>
      ) : null}
      <Head report={report} />
      {failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failure).title}
        </Notice>
      ) : null}
      {canonical ? <Canonical canonical={canonical} /> : null}
      {can.answer && question ? (
        <View className="card report__question">
          <Heading level={2}>{texts.question}</Heading>
          <View className="report__words">{question}</View>
          <ActionButton kind="primary" text={texts.answer} onPress={() => open('answer')} />
        </View>
      ) : null}
      {can.rate ? (
        <RatingCard
          title={texts.rate}
          hint={texts.rateHint}
          label={texts.ratingWords}
          placeholder={texts.ratingExample}
          maxLength={reportLimits.ratingWordsLength}
          confirm={texts.rateSend}
          isWorking={moves.isWorking}
          reply={said}
          onRate={(stars, words) => moves.rate(report, stars, words)}
          other={can.askToReopen ? { text: texts.notDone, onPress: () => open('reopen') } : null}
        />
      ) : null}
      {rating ? <Rating rating={rating} /> : null}
      <Facts report={report} />
      <ReportTimeline report={report} />
      <Ways report={report} onOpen={open} />
      <ReportSheets report={report} sheet={sheet} onClose={() => open(null)} />
    </View>
  );
});

function ReportDetail() {
  const { sessions, settings } = useRootStore();
  const reports = useReports();
  const { id = '', sent } = reportRoutes.detail.parse(useRouter().params);
  const load = () => void reports.open(id);
  useDidShow(load);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      {remoteView({
        remote: reports.report(id),
        onRetry: load,
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (report) => <Body report={report} isSent={sent !== undefined} />,
      })}
    </Screen>
  );
}

export default observer(ReportDetail);
