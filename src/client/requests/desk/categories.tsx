import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { categoryLimits } from '../../../contract/request-categories';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { FailureNotice } from '../../ui/failure-notice';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { requestIcons } from '../request-text';
import { requestRoutes } from '../routes';
import { CategoriesStore, type CategoryDraft } from './categories-store';
import './categories.scss';
import { CategorySheet } from './category-sheet';
import { ReadersSheet } from './readers-sheet';
import { categoryTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '类别和答复部门' });

interface RowProps {
  store: CategoriesStore;
  row: CategoryDraft;
  at: number;
  onOpen: () => void;
  onReaders: () => void;
}

const Row = observer(({ store, row, at, onOpen, onReaders }: RowProps) => {
  const { name, hint, icon, days, isConfidential, isActive, isOpen, id } = row;
  const department = store.departments.data?.find((one) => one.id === row.departmentId)?.name ?? '';
  const lacksReaders = id !== null && isConfidential && isActive && !isOpen && store.changed === null;
  return (
    <View className={`card category-row ${isActive ? '' : 'category-row--off'}`}>
      <View className="category-row__top">
        <Pressable className="category-row__main" onPress={onOpen}>
          <View className="category-row__icon">
            <Icon name={isConfidential ? 'lock' : requestIcons[icon]} />
          </View>
          <View className="category-row__words">
            <View className="category-row__head">
              <View className="category-row__name">{name}</View>
              {isConfidential ? <Tag text={texts.confidential} tone="good" /> : null}
              {isActive ? null : <Tag text={texts.inactive} />}
            </View>
            {hint ? <View className="category-row__hint">{hint}</View> : null}
            <View className="hint">{texts.facts(department, Number(days))}</View>
          </View>
        </Pressable>
        <View className="category-row__moves">
          <Pressable
            className="category-row__move category-row__move--up"
            label={texts.up(name)}
            isDisabled={at === 0}
            onPress={() => store.move(row.key, -1)}
          >
            <Icon name="next" />
          </Pressable>
          <Pressable
            className="category-row__move category-row__move--down"
            label={texts.down(name)}
            isDisabled={at === store.rows.length - 1}
            onPress={() => store.move(row.key, 1)}
          >
            <Icon name="next" />
          </Pressable>
        </View>
      </View>
      {lacksReaders ? (
        <Notice icon="warning" tone="warn">
          {texts.noReaders}
        </Notice>
      ) : null}
      {id !== null && isConfidential && store.changed === null ? (
        <ActionButton icon="people" text={texts.readers} onPress={onReaders} />
      ) : null}
    </View>
  );
});

const Dock = observer(({ store }: { store: CategoriesStore }) => {
  const { device } = useRootStore();
  const save = async () => {
    if (await store.save()) device.feedback.toast(texts.saved);
  };
  return (
    <View className="categories__dock">
      <FailureNotice working={store.working} />
      <View className="hint categories__unsaved">{texts.unsaved}</View>
      <ActionButton
        kind="primary"
        text={texts.save}
        isWorking={store.working.isWorking}
        isDisabled={!store.canSave}
        onPress={() => void save()}
      />
      <ActionButton kind="quiet" text={texts.undo} onPress={store.undo} />
    </View>
  );
});

const All = observer(({ store }: { store: CategoriesStore }) => {
  const [open, setOpen] = useState<CategoryDraft | null>(null);
  const [readersOf, setReadersOf] = useState<CategoryDraft | null>(null);
  const { rows } = store;
  const hasDepartments = (store.departments.data ?? []).length > 0;
  return (
    <>
      {rows.length === 0 ? <Still icon="chat" title={texts.empty} hint={texts.emptyHint} /> : null}
      {rows.map((row, at) => (
        <Row
          key={row.key}
          store={store}
          row={row}
          at={at}
          onOpen={() => setOpen(row)}
          onReaders={() => setReadersOf(row)}
        />
      ))}
      {hasDepartments ? (
        <ActionButton
          icon="plus"
          text={store.canAdd ? texts.add : texts.full(categoryLimits.categories)}
          isDisabled={!store.canAdd}
          onPress={() => setOpen(store.fresh())}
        />
      ) : (
        <Notice icon="info">{texts.noDepartments}</Notice>
      )}
      {open ? (
        <CategorySheet key={open.key} store={store} given={open} onClose={() => setOpen(null)} />
      ) : null}
      {readersOf?.id ? (
        <ReadersSheet
          key={readersOf.id}
          communityId={store.communityId}
          categoryId={readersOf.id}
          name={readersOf.name}
          onClose={() => setReadersOf(null)}
          onSaved={() => {
            setReadersOf(null);
            void store.load();
          }}
        />
      ) : null}
    </>
  );
});

function Categories() {
  const root = useRootStore();
  const { communityId = '' } = requestRoutes.categories.parse(useRouter().params);
  const [store] = useState(() => new CategoriesStore(root, communityId));
  useDidShow(() => void store.load());
  return (
    <Screen title={texts.title} dock={store.changed ? <Dock store={store} /> : null}>
      <View className="categories">
        <View className="hint">{texts.lead}</View>
        {store.isReloaded ? (
          <Notice icon="people" tone="warn">
            {texts.reloaded}
          </Notice>
        ) : null}
        {remoteView({
          remote: store.categories,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={5} />,
          children: () => <All store={store} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(Categories);
