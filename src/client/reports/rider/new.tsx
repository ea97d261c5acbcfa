import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { reportCategories, reportLimits, type Report } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { DraftDock, DraftNotice } from '../../ui/draft-dock';
import { DraftPhotos } from '../../ui/draft-photos';
import { writingTexts } from '../../ui/draft-texts';
import { Heading } from '../../ui/heading';
import { LongTextField } from '../../ui/long-text-field';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { Still } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { useDraft } from '../../ui/use-draft';
import type { DraftContents } from '../draft';
import { reportCategoryTexts } from '../report-text';
import { reportRoutes } from '../routes';
import { useReports } from '../use-reports';
import { mayBeEmergency } from './emergency';
import { EmergencyNotice } from './emergency-notice';
import './new.scss';
import { PlacePart } from './place-part';
import { SimilarSheet } from './similar-sheet';
import { newTexts as texts } from './texts';
import { useSubmit } from './use-submit';

definePageConfig({ navigationBarTitleText: '随手拍' });

const categories = reportCategories.map((value) => ({ value, text: reportCategoryTexts[value] }));

type Writing = ReturnType<typeof useDraft<DraftContents, Report>>;

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

const Form = observer(({ given }: { given: string | null }) => {
  const { communities, device } = useRootStore();
  const { drafts } = useReports();
  const writing = useDraft(drafts, given);
  const { draft, change } = writing;
  const sending = useSubmit(draft);
  useDidShow(() => void communities.load());
  const isLocked = draft !== null && !drafts.canEdit(draft);
  if (writing.key !== null && draft === null && !sending.isWorking) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="camera"
          title={writingTexts.gone}
          hint={writingTexts.goneHint}
          action={{ text: texts.toMine, onPress: () => device.navigation.replace(reportRoutes.mine.to()) }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={texts.title}
      dock={
        <DraftDock
          drafts={drafts}
          draft={draft}
          isWorking={sending.isWorking}
          missing={sending.missing}
          onSubmit={sending.submit}
        />
      }
    >
      <View className="new-report">
        {draft ? <DraftNotice drafts={drafts} draft={draft} /> : null}
        <DraftPhotos
          title={texts.photos}
          hint={texts.photosHint(reportLimits.photos)}
          most={reportLimits.photos}
          isLocked={isLocked}
          writing={writing}
        />
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
