import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Case, CaseDuplicate } from '../../../contract/report-cases';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { semantics } from '../../ui/semantics';
import { failureWords } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { distanceText, uiTexts } from '../../ui/texts';
import { reportNumberText, reportStateTexts } from '../report-text';
import type { CaseStore } from './case-store';
import { caseTexts, mergeTexts as texts } from './case-texts';
import './duplicates.scss';

type Compared = Pick<Case, 'number' | 'state' | 'words' | 'placeText' | 'submittedAt' | 'photos'>;

interface SideProps {
  name: string;
  one: Compared;
}

function Side({ name, one }: SideProps) {
  const { device } = useRootStore();
  const { number, state, words, placeText, submittedAt, photos } = one;
  const photo = photos[0];
  return (
    <View className="duplicate__side">
      <View className="duplicate__top">
        <View className="duplicate__name">{`${name} ${reportNumberText(number)}`}</View>
        <Tag text={reportStateTexts[state].name} tone={reportStateTexts[state].tone} />
      </View>
      {photo ? (
        <Image
          className="duplicate__photo"
          src={device.web.urlOf(photo.url)}
          mode="aspectFill"
          imgProps={{ alt: `${name} ${reportNumberText(number)}` }}
        />
      ) : (
        <View className="duplicate__photo hint">{caseTexts.noPhotos}</View>
      )}
      {words ? <View className="duplicate__words">{words}</View> : null}
      <View className="hint">{[placeText, instantText(submittedAt)].filter(Boolean).join(' · ')}</View>
    </View>
  );
}

interface MergeProps {
  store: CaseStore;
  found: Case;
  duplicate: CaseDuplicate | null;
  onClose: () => void;
}

const MergeSheet = observer(({ store, found, duplicate, onClose }: MergeProps) => {
  const { device } = useRootStore();
  const [stays, setStays] = useState<'this' | 'other'>('other');
  const merge = async () => {
    if (!duplicate || !(await store.merge(duplicate, stays))) return;
    device.feedback.toast(texts.done);
    onClose();
  };
  return (
    <BottomSheet
      isOpen={duplicate !== null}
      title={texts.ask}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.confirm}
            isWorking={store.isWorking}
            onPress={() => void merge()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      {duplicate ? (
        <View className="duplicate__form">
          <View>{texts.askHint}</View>
          <View className="duplicate__sides">
            <Side name={texts.this} one={found} />
            <Side name={texts.other} one={duplicate} />
          </View>
          <View className="duplicate__name">{texts.stays}</View>
          <Chips
            label={texts.stays}
            value={stays}
            options={[
              { value: 'this', text: texts.keep(reportNumberText(found.number)) },
              { value: 'other', text: texts.keep(reportNumberText(duplicate.number)) },
            ]}
            onChange={setStays}
          />
          {store.failure ? (
            <Notice icon="warning" tone="danger">
              {failureWords(store.failure).title}
            </Notice>
          ) : null}
        </View>
      ) : null}
    </BottomSheet>
  );
});

/** Reports near it that look like it, with photos big enough to judge by. */
export const Duplicates = observer(({ store, found }: Omit<MergeProps, 'duplicate' | 'onClose'>) => {
  const [askedId, setAskedId] = useState<string | null>(null);
  const items = store.duplicates.data ?? [];
  if (items.length === 0 || !found.can.merge) return null;
  const asked = items.find(({ id }) => id === askedId) ?? null;
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.title}</Heading>
      <View className="hint">{texts.hint}</View>
      <View className="duplicates" {...semantics({ role: 'list', 'aria-label': texts.title })}>
        {items.map((duplicate) => (
          <View key={duplicate.id} className="duplicates__one" {...semantics({ role: 'listitem' })}>
            <Side name={texts.distance(distanceText(duplicate.distanceM))} one={duplicate} />
            <ActionButton
              text={texts.compare}
              onPress={() => {
                store.forget();
                setAskedId(duplicate.id);
              }}
            />
          </View>
        ))}
      </View>
      <MergeSheet store={store} found={found} duplicate={asked} onClose={() => setAskedId(null)} />
    </View>
  );
});
