import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect } from 'react';
import type { Case } from '../../../contract/report-cases';
import { companyNames } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { AreaMap, type MapMarker } from '../../ui/area-map';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { PersonLine } from '../../ui/person-line';
import { reportNumberText } from '../report-text';
import { assigneeTexts, caseTexts as texts } from './case-texts';

/** Kept, as a map wants the same array as long as it says the same. */
const markers = new WeakMap<Case, readonly MapMarker[]>();

function markersOf(found: Case): readonly MapMarker[] {
  const known = markers.get(found);
  if (known) return known;
  const label = found.placeText ?? texts.placeMap;
  const made = [
    { id: found.id, position: found.position, tone: 'accent', icon: 'flag', label },
  ] as const satisfies MapMarker[];
  markers.set(found, made);
  return made;
}

const Place = observer(({ found }: { found: Case }) => {
  const { communities, device } = useRootStore();
  const { placeText, position, number } = found;
  useEffect(() => void communities.loadBlockMap(), [communities]);
  const name = placeText ?? `${texts.placeMap} ${reportNumberText(number)}`;
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.place}</Heading>
      <View>{placeText ?? texts.noPlaceText}</View>
      <View className="case-view__map">
        <AreaMap
          label={texts.placeMap}
          blockMap={communities.blockMap.data}
          centre={position}
          zoom={17}
          markers={markersOf(found)}
          origin={null}
        />
      </View>
      <ActionButton
        icon="route"
        text={texts.directions}
        onPress={() => device.directions.open({ name, address: placeText ?? '', position })}
      />
    </View>
  );
});

const Reporter = observer(({ found }: { found: Case }) => {
  const { reporter, isAnonymous, submittedAt, followers, rating } = found;
  const when = texts.submitted(instantText(submittedAt));
  const company = reporter?.company ? companyNames[reporter.company] : null;
  const known = [company, reporter?.maskedPhone ?? texts.noPhone, when].filter(Boolean).join(' · ');
  return (
    <View className="card case-view__part">
      <Heading level={2}>{texts.reporter}</Heading>
      {reporter ? (
        <PersonLine nickname={reporter.nickname} avatarUrl={reporter.avatarUrl} hint={known} />
      ) : (
        <View>{`${isAnonymous ? texts.anonymous : texts.reporterGone} · ${when}`}</View>
      )}
      {isAnonymous && reporter ? <View className="hint">{texts.anonymousHint}</View> : null}
      {followers > 0 ? <View className="hint">{texts.followers(followers)}</View> : null}
      {rating ? <View>{[texts.rating(rating.stars), rating.words].filter(Boolean).join('：')}</View> : null}
      {reporter ? <View className="hint">{texts.logged}</View> : null}
    </View>
  );
});

/** Who has it, where it is, whose it is. */
export const CaseFacts = observer(({ found }: { found: Case }) => {
  const { assignee, duplicates } = found;
  return (
    <>
      {assignee ? (
        <View className="card case-view__part">
          <Heading level={2}>{texts.assignee}</Heading>
          <View>{assignee.name}</View>
          {assignee.kind === 'grid_member' && assignee.areas.length > 0 ? (
            <View className="hint">{assigneeTexts.areas(assignee.areas)}</View>
          ) : null}
        </View>
      ) : null}
      {duplicates.length > 0 ? (
        <View className="hint">{texts.merged(duplicates.map(({ number }) => reportNumberText(number)))}</View>
      ) : null}
      <Place found={found} />
      <Reporter found={found} />
    </>
  );
});
