import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { companyNames } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { SearchField } from '../../ui/search-field';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { uiTexts } from '../../ui/texts';
import './helper-sheet.scss';
import { HelpersStore, type Helper } from './helpers-store';
import { helperTexts as texts } from './texts';

interface HelperSheetProps {
  communityId: string;
  isOpen: boolean;
  title: string;
  onPick: (helper: Helper) => void;
  onClose: () => void;
}

const searchLength = 20;

/** Whom one rides for and the masked number: what tells two of a name apart. */
export const helperHint = ({ company, maskedPhone }: Pick<Helper, 'company' | 'maskedPhone'>): string =>
  [company ? companyNames[company] : null, maskedPhone].filter(Boolean).join(' · ') || texts.noHint;

/** Chooses one of the community's people by name. */
export const HelperSheet = observer(({ communityId, isOpen, title, onPick, onClose }: HelperSheetProps) => {
  const root = useRootStore();
  const [store] = useState(() => new HelpersStore(root, communityId));
  useEffect(() => {
    if (isOpen) void store.load();
  }, [isOpen, store]);
  return (
    <BottomSheet
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      actions={<ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />}
    >
      <View className="helper-sheet">
        <SearchField
          label={texts.search}
          placeholder={texts.placeholder}
          maxLength={searchLength}
          searched={store.search}
          onSearch={(words) => void store.find(words)}
        />
        {remoteView({
          remote: store.found,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) =>
            rows.length === 0 ? (
              <View className="hint">{texts.none}</View>
            ) : (
              rows.map((helper) => (
                <Pressable key={helper.personId} className="helper-sheet__one" onPress={() => onPick(helper)}>
                  <PersonLine
                    nickname={helper.nickname}
                    avatarUrl={helper.avatarUrl}
                    hint={helperHint(helper)}
                  />
                  {helper.isLeader ? <Tag text={texts.leader} tone="good" /> : null}
                </Pressable>
              ))
            ),
        })}
      </View>
    </BottomSheet>
  );
});
