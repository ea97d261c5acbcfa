import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { DraftFrame } from '../draft';
import type { SeenDrafts } from '../drafts-store';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import './draft-dock.scss';
import { progressText, standingOf } from './draft-state';
import { draftTexts, writingTexts as texts } from './draft-texts';
import { Notice } from './notice';
import { semantics } from './semantics';
import { failureWords } from './state-views';

interface DraftProps<Draft> {
  drafts: SeenDrafts<object>;
  draft: Draft;
}

/** Why it cannot be changed right now, or came back. */
export const DraftNotice = observer(({ drafts, draft }: DraftProps<DraftFrame>) => {
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

interface DraftDockProps extends DraftProps<DraftFrame | null> {
  isWorking: boolean;
  /** What it still lacks, in words; empty as long as nobody tried to hand it over. */
  missing: readonly string[];
  onSubmit: () => void;
}

/** Hands a draft over, and says below how it stands. */
export const DraftDock = observer(({ drafts, draft, isWorking, missing, onSubmit }: DraftDockProps) => {
  const { settings, sessions } = useRootStore();
  const { progress, isKept } = drafts;
  const isUnderWay = draft !== null && progress?.key === draft.key;
  const isWaiting = draft?.state === 'waiting' && !isUnderWay && !isWorking;
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
        isWorking={isWorking || isUnderWay}
        onPress={onSubmit}
      />
      <View
        className={`hint draft-dock__below ${isWrong ? 'draft-dock__below--wrong' : ''}`}
        {...semantics({ role: 'status' })}
      >
        {below}
      </View>
    </View>
  );
});
