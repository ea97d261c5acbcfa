import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { reportCategories, reportLimits } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { Heading } from '../../ui/heading';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, Still } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import type { ReportDraft } from '../draft';
import { reportCategoryTexts } from '../report-text';
import { reportRoutes } from '../routes';
import { useReports } from '../use-reports';
import { progressText, standingOf } from './draft-state';
import { mayBeEmergency } from './emergency';
import { EmergencyNotice } from './emergency-notice';
import './new.scss';
import { PhotoGrid } from '../photo-grid';
import { PlacePart } from './place-part';
import { SimilarSheet } from './similar-sheet';
import { draftTexts, newTexts as texts } from './texts';
import { useDraft } from './use-draft';
import { useSubmit } from './use-submit';

definePageConfig({ navigationBarTitleText: '随手拍' });

const categories = reportCategories.map((value) => ({ value, text: reportCategoryTexts[value] }));

/** Why it cannot be changed right now, or came back. */
const Standing = observer(({ draft }: { draft: ReportDraft }) => {
  const { drafts } = useReports();
  if (draft.state === 'refused' && draft.failure) {
    return (
      <Notice icon="warning" tone="danger" hint={texts.refusedHint}>
        {`${texts.refusedTitle}：${failureWords(draft.failure).title}`}
      </Notice>
    );
  }
  if (drafts.canEdit(draft) || drafts.isSending(draft.key)) return null;
  return (
    <Notice icon="clock" tone="warn" hint={texts.lockedHint}>
      {texts.locked}
    </Notice>
  );
});

type Writing = ReturnType<typeof useDraft>;

const Photos = observer(({ writing, isLocked }: { writing: Writing; isLocked: boolean }) => {
  const photos = writing.draft?.photos ?? [];
  return (
    <View className="card new-report__part">
      <View className="new-report__head">
        <Heading level={2}>{texts.photos}</Heading>
        <View className="hint">{`${photos.length}/${reportLimits.photos}`}</View>
      </View>
      <PhotoGrid
        label={texts.photos}
        photos={photos.map(({ key, failure }) => ({ key, isRefused: failure !== null }))}
        most={reportLimits.photos}
        isLocked={isLocked}
        isBusy={writing.isAdding}
        onAdd={writing.addPhotos}
        onRemove={writing.removePhoto}
      />
      {writing.photosWrong ? (
        <Notice icon="warning" tone="warn">
          {writing.photosWrong}
        </Notice>
      ) : (
        <View className="hint">{texts.photosHint(reportLimits.photos)}</View>
      )}
    </View>
  );
});

const Words = observer(({ writing }: { writing: Writing }) => {
  const { draft, change } = writing;
  const isAnonymous = draft?.isAnonymous ?? false;
  return (
    <View className="card new-report__part">
      <LongTextField
        label={texts.words}
        value={draft?.words ?? ''}
        maxLength={reportLimits.wordsLength}
        placeholder={texts.wordsExample}
        onChange={(words) => change({ words })}
      />
      <SwitchRow
        text={texts.anonymous}
        hint={isAnonymous ? texts.anonymousOn : texts.anonymousOff}
        isOn={isAnonymous}
        onToggle={() => change({ isAnonymous: !isAnonymous })}
      />
    </View>
  );
});

const Dock = observer(
  ({ draft, sending }: { draft: ReportDraft | null; sending: ReturnType<typeof useSubmit> }) => {
    const { settings, sessions } = useRootStore();
    const { drafts } = useReports();
    const { progress, isKept } = drafts;
    const isUnderWay = draft !== null && progress?.key === draft.key;
    const isWaiting = draft?.state === 'waiting' && !isUnderWay && !sending.isWorking;
    const { missing } = sending;
    const around = { progress, isOnline: settings.isOnline, isSignedIn: sessions.isSignedIn };
    const standing = isWaiting ? standingOf(draft, around) : null;
    const kept = isKept ? texts.kept : texts.notKept;
    const below = standing
      ? `${standing.name}：${standing.hint}`
      : missing.length > 0
        ? texts.missing(missing)
        : kept;
    const isWrong = standing === null && (missing.length > 0 || !isKept);
    const text = standing ? draftTexts.send : draft?.state === 'refused' ? texts.again : texts.submit;
    return (
      <View>
        <ActionButton
          kind="primary"
          icon={standing ? 'retry' : 'check'}
          text={isUnderWay ? progressText(progress, draft) : text}
          isWorking={sending.isWorking || isUnderWay}
          onPress={sending.submit}
        />
        <View
          className={`hint new-report__below ${isWrong ? 'new-report__below--wrong' : ''}`}
          {...semantics({ role: 'status' })}
        >
          {below}
        </View>
      </View>
    );
  },
);

const Form = observer(({ given }: { given: string | null }) => {
  const { communities, device } = useRootStore();
  const { drafts } = useReports();
  const writing = useDraft(given);
  const { draft, change } = writing;
  const sending = useSubmit(draft);
  useDidShow(() => void communities.load());
  const isLocked = draft !== null && !drafts.canEdit(draft);
  if (writing.key !== null && draft === null && !sending.isWorking) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="camera"
          title={texts.gone}
          hint={texts.goneHint}
          action={{ text: texts.toMine, onPress: () => device.navigation.replace(reportRoutes.mine.to()) }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title} dock={<Dock draft={draft} sending={sending} />}>
      <View className="new-report">
        {draft ? <Standing draft={draft} /> : null}
        <Photos writing={writing} isLocked={isLocked} />
        <View className="card new-report__part">
          <Heading level={2}>{texts.category}</Heading>
          <Chips
            label={texts.category}
            value={draft?.category ?? ''}
            options={categories}
            onChange={(value) => {
              const category = reportCategories.find((one) => one === value);
              if (category) change({ category });
            }}
          />
          {draft && mayBeEmergency(draft.category, draft.words) ? <EmergencyNotice /> : null}
        </View>
        <PlacePart
          draft={draft ?? { place: null, placeText: '' }}
          isBegun={draft !== null && !isLocked}
          onChange={change}
        />
        <Words writing={writing} />
      </View>
      <SimilarSheet
        isOpen={sending.isAsking}
        similar={sending.similar}
        onSame={sending.same}
        onOther={sending.other}
        onClose={sending.close}
      />
    </Screen>
  );
});

function NewReport() {
  const { drafts } = useReports();
  const { draft = null } = reportRoutes.create.parse(useRouter().params);
  return drafts.canBegin ? <Form given={draft} /> : <SignInFirst title={texts.title} />;
}

export default observer(NewReport);
