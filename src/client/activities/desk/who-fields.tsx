import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { activityAudiences, isVolunteering } from '../../../contract/activities';
import { listDepartments } from '../../../contract/members';
import { Remote } from '../../remote';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/text-field';
import type { ActivityEditStore } from './edit-store';
import { audienceTexts, editTexts as texts } from './edit-texts';
import { HelperSheet } from './helper-sheet';

interface StoreProps {
  store: ActivityEditStore;
  communityId: string;
}

const countLength = 5;
const audiences = activityAudiences.map((value) => ({ value, text: audienceTexts[value] }));

const Leader = observer(({ store, communityId }: StoreProps) => {
  const [isPicking, setIsPicking] = useState(false);
  const { leader } = store.draft;
  return (
    <Field label={texts.leader} error={store.wrong['leaderId'] ?? null}>
      <View className="activity-edit__leader">
        <View className="activity-edit__chosen">{leader?.nickname ?? texts.noLeader}</View>
        <ActionButton icon="person" text={texts.pickLeader} onPress={() => setIsPicking(true)} />
        {leader ? (
          <ActionButton kind="quiet" text={texts.dropLeader} onPress={() => store.write({ leader: null })} />
        ) : null}
      </View>
      <HelperSheet
        communityId={communityId}
        isOpen={isPicking}
        title={texts.pickLeader}
        onPick={({ personId, nickname }) => {
          store.write({ leader: { id: personId, nickname } });
          setIsPicking(false);
        }}
        onClose={() => setIsPicking(false)}
      />
    </Field>
  );
});

const Department = observer(({ store, communityId }: StoreProps) => {
  const root = useRootStore();
  const [departments] = useState(() => new Remote<readonly { id: string; name: string }[]>(root.parts));
  useEffect(() => {
    void departments.load({
      key: communityId,
      copy: () => `activities.departments.${communityId}`,
      read: async () => (await root.api.call(listDepartments, { communityId })).items,
    });
  }, [departments, root, communityId]);
  const options = (departments.data ?? []).map(({ id, name }) => ({ value: id, text: name }));
  if (options.length === 0) return null;
  return (
    <Field label={texts.department}>
      <Chips
        label={texts.department}
        value={store.draft.departmentId ?? ''}
        options={[{ value: '', text: texts.noDepartment }, ...options]}
        onChange={(id) => store.write({ departmentId: id || null })}
      />
    </Field>
  );
});

/** How many, who may come, who leads them and who is behind it. */
export const WhoFields = observer(({ store, communityId }: StoreProps) => {
  const { draft, wrong, activity } = store;
  const taken = activity?.taken ?? 0;
  return (
    <>
      <View className="activity-edit__pair">
        <TextField
          label={texts.capacity}
          type="number"
          value={draft.capacity}
          maxLength={countLength}
          hint={taken > 0 ? texts.capacityTaken(taken) : texts.capacityHint}
          error={wrong['capacity'] ?? null}
          onChange={(capacity) => store.write({ capacity })}
        />
        <TextField
          label={texts.minimum}
          type="number"
          value={draft.minimum}
          maxLength={countLength}
          hint={texts.minimumHint}
          error={wrong['minimum'] ?? null}
          onChange={(minimum) => store.write({ minimum })}
        />
      </View>
      <Field label={texts.audience}>
        <Chips
          label={texts.audience}
          value={draft.audience}
          options={audiences}
          onChange={(audience) => store.write({ audience })}
        />
      </Field>
      {isVolunteering(draft.kind) ? (
        <TextField
          label={texts.hours}
          type="digit"
          value={draft.hoursPlanned}
          maxLength={4}
          hint={texts.hoursHint}
          error={wrong['hoursPlanned'] ?? null}
          onChange={(hoursPlanned) => store.write({ hoursPlanned })}
        />
      ) : null}
      <Leader store={store} communityId={communityId} />
      <Department store={store} communityId={communityId} />
    </>
  );
});
