import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Draft } from '../draft';
import type { SeenDrafts } from '../drafts-store';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { ConfirmSheet } from './confirm-sheet';
import { DraftCard } from './draft-card';
import { draftTexts as texts } from './draft-texts';
import './drafts-part.scss';
import { Heading } from './heading';
import { uiTexts } from './texts';

const signInPage = '/sessions/rider/sign-in';

interface DraftsPartProps<Contents extends object> {
  drafts: SeenDrafts<Contents>;
  /** In words: what it is called, what more is to be said of it. */
  wordsOf: (draft: Draft<Contents>) => { title: string; about: string };
  /** Where one is gone on with. */
  pageOf: (key: string) => string;
}

/** What has not left this phone. */
export const DraftsPart = observer(<Contents extends object>(props: DraftsPartProps<Contents>) => {
  const { drafts, wordsOf, pageOf } = props;
  const { sessions, device } = useRootStore();
  const [goingKey, setGoingKey] = useState<string | null>(null);
  const going = goingKey === null ? null : drafts.find(goingKey);
  const canSend = sessions.isSignedIn && drafts.progress === null;
  if (drafts.mine.length === 0) return null;
  return (
    <View className="drafts-part">
      <Heading level={2}>{texts.title}</Heading>
      {drafts.mine.map((draft) => (
        <DraftCard
          key={draft.key}
          draft={draft}
          progress={drafts.progress}
          {...wordsOf(draft)}
          onOpen={() => device.navigation.to(pageOf(draft.key))}
          onRemove={() => setGoingKey(draft.key)}
        />
      ))}
      {canSend && drafts.mine.some(({ state }) => state === 'waiting') ? (
        <ActionButton icon="retry" text={texts.send} onPress={() => void drafts.send()} />
      ) : null}
      {drafts.needsSignIn ? (
        <ActionButton kind="primary" text={uiTexts.signIn} onPress={() => device.navigation.to(signInPage)} />
      ) : null}
      <ConfirmSheet
        isOpen={going !== null}
        title={texts.removeAsk}
        hint={going?.isAsked ? texts.removeAskedHint : texts.removeHint}
        confirm={texts.remove}
        onConfirm={() => {
          if (goingKey !== null) drafts.remove(goingKey);
          setGoingKey(null);
        }}
        onClose={() => setGoingKey(null)}
      />
    </View>
  );
});
