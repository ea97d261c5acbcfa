import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useRef, useState } from 'react';
import { requestLimits, type PersonRequest } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { DraftDock, DraftNotice } from '../../ui/draft-dock';
import { DraftPhotos } from '../../ui/draft-photos';
import { writingTexts } from '../../ui/draft-texts';
import { LongTextField } from '../../ui/long-text-field';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { Still } from '../../ui/state-views';
import { useDraft } from '../../ui/use-draft';
import { useIsShown } from '../../ui/use-is-shown';
import type { RequestContents, RequestDraft } from '../draft';
import { requestRoutes } from '../routes';
import { useRequests } from '../use-requests';
import { CategoryPart } from './category-part';
import { DictateButton } from './dictate-button';
import './new.scss';
import { newTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '提诉求' });

/** What a draft still lacks, in words. */
function missingIn(draft: RequestDraft | null): readonly string[] {
  const isSaid = draft !== null && (draft.words.trim() !== '' || draft.photos.length > 0);
  return [...(draft?.categoryId ? [] : [texts.missingCategory]), ...(isSaid ? [] : [texts.missingWords])];
}

/** Handing a draft over; what came of it is the page that follows. */
function useSubmit(draft: RequestDraft | null) {
  const { device } = useRootStore();
  const { drafts } = useRequests();
  const [isTold, setIsTold] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const isShown = useIsShown();
  const shown = useRef(isShown);
  shown.current = isShown;
  const submit = async () => {
    setIsTold(true);
    if (!draft || isWorking || missingIn(draft).length > 0) return;
    setIsWorking(true);
    const outcome = await drafts.submit(draft.key);
    setIsWorking(false);
    if (!shown.current || outcome === 'refused') return;
    const made = drafts.madeOf(draft.key);
    const next = made ? requestRoutes.detail.to({ id: made.id, sent: '1' }) : requestRoutes.mine.to();
    device.navigation.replace(next);
  };
  return { submit: () => void submit(), isWorking, missing: isTold ? missingIn(draft) : [] };
}

type Writing = ReturnType<typeof useDraft<RequestContents, PersonRequest>>;

const Words = observer(({ writing, isLocked }: { writing: Writing; isLocked: boolean }) => {
  const { draft, change } = writing;
  const words = draft?.words ?? '';
  const hear = (spoken: string) =>
    change({ words: `${words}${spoken}`.slice(0, requestLimits.wordsLength), spokenWords: true });
  return (
    <View className="card new-request__part">
      <LongTextField
        label={texts.words}
        value={words}
        maxLength={requestLimits.wordsLength}
        placeholder={texts.wordsExample}
        onChange={(written) => change({ words: written })}
      />
      {isLocked ? null : <DictateButton onWords={hear} />}
    </View>
  );
});

const Form = observer(({ given }: { given: string | null }) => {
  const { communities, device } = useRootStore();
  const requests = useRequests();
  const { drafts } = requests;
  const writing = useDraft(drafts, given);
  const { draft, change } = writing;
  const { submit, isWorking, missing } = useSubmit(draft);
  useDidShow(() => {
    void communities.load();
    void requests.loadCategories();
  });
  const isLocked = draft !== null && !drafts.canEdit(draft);
  if (writing.key !== null && draft === null && !isWorking) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="chat"
          title={writingTexts.gone}
          hint={writingTexts.goneHint}
          action={{ text: texts.toMine, onPress: () => device.navigation.replace(requestRoutes.mine.to()) }}
        />
      </Screen>
    );
  }
  const isNobodyThere = requests.categories.data !== null && requests.openCategories.length === 0;
  if (isNobodyThere && draft === null) {
    return (
      <Screen title={texts.title}>
        <Still icon="chat" title={texts.noCategories} hint={texts.noCategoriesHint} />
      </Screen>
    );
  }
  return (
    <Screen
      title={texts.title}
      dock={
        <DraftDock drafts={drafts} draft={draft} isWorking={isWorking} missing={missing} onSubmit={submit} />
      }
    >
      <View className="new-request">
        {draft ? <DraftNotice drafts={drafts} draft={draft} /> : null}
        <CategoryPart
          chosenId={draft?.categoryId ?? null}
          isLocked={isLocked}
          onChoose={({ id, name }) => change({ categoryId: id, categoryName: name })}
        />
        <Words writing={writing} isLocked={isLocked} />
        <DraftPhotos
          title={texts.photos}
          hint={texts.photosHint(requestLimits.photos)}
          most={requestLimits.photos}
          isLocked={isLocked}
          writing={writing}
        />
      </View>
    </Screen>
  );
});

function NewRequest() {
  const { drafts } = useRequests();
  const { draft = null } = requestRoutes.create.parse(useRouter().params);
  return drafts.canBegin ? <Form given={draft} /> : <SignInFirst title={texts.title} />;
}

export default observer(NewRequest);
