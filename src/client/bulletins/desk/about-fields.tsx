import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import {
  bulletinAudiences,
  bulletinCategories,
  bulletinLimits as limits,
  bulletinReaches,
} from '../../../contract/bulletins';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { Heading } from '../../ui/heading';
import { TextField } from '../../ui/text-field';
import { categoryTexts } from '../category-text';
import type { BulletinEditStore } from './edit-store';
import { audienceNames, editTexts as texts, reachNames } from './texts';

const ofCommunity = 'community';

/** For whom it is, where it is shown, who speaks, and where it comes from. */
export const AboutFields = observer(({ store }: { store: BulletinEditStore }) => {
  const { draft, wrong } = store;
  const choices = store.choices.data;
  const departments = choices?.departments ?? [];
  const showsReach = choices?.canReachAll === true || draft.reach === 'all';
  return (
    <View className="card bulletin-edit__fields">
      <Heading level={2}>{texts.about}</Heading>
      <Field label={texts.category}>
        <Chips
          label={texts.category}
          value={draft.category}
          options={bulletinCategories.map((value) => ({ value, text: categoryTexts[value] }))}
          onChange={(category) => store.write({ category }, 'category')}
        />
      </Field>
      <Field label={texts.audience}>
        <Chips
          label={texts.audience}
          value={draft.audience}
          options={bulletinAudiences.map((value) => ({ value, text: audienceNames[value] }))}
          onChange={(audience) => store.write({ audience }, 'audience')}
        />
      </Field>
      {showsReach ? (
        <Field label={texts.reach} error={wrong['reach'] ?? null}>
          <Chips
            label={texts.reach}
            value={draft.reach}
            options={bulletinReaches.map((value) => ({ value, text: reachNames[value] }))}
            onChange={(reach) => store.write({ reach }, 'reach')}
          />
        </Field>
      ) : null}
      {departments.length > 0 ? (
        <Field label={texts.author} error={wrong['departmentId'] ?? null}>
          <Chips
            label={texts.author}
            value={draft.departmentId ?? ofCommunity}
            options={[
              { value: ofCommunity, text: texts.community },
              ...departments.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={(id) => store.write({ departmentId: id === ofCommunity ? null : id }, 'departmentId')}
          />
        </Field>
      ) : null}
      <TextField
        label={texts.sourceName}
        placeholder={texts.sourceNamePlaceholder}
        value={draft.sourceName}
        maxLength={limits.sourceLength}
        error={wrong['sourceName'] ?? null}
        onChange={(sourceName) => store.write({ sourceName }, 'sourceName')}
      />
      <TextField
        label={texts.sourceUrl}
        placeholder="https://"
        value={draft.sourceUrl}
        maxLength={limits.hrefLength}
        error={wrong['sourceUrl'] ?? null}
        onChange={(sourceUrl) => store.write({ sourceUrl }, 'sourceUrl')}
      />
    </View>
  );
});
