import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { RequestCategory } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { requestIcons } from '../request-text';
import { useRequests } from '../use-requests';
import './category-part.scss';
import { newTexts as texts } from './texts';

interface OneProps {
  category: RequestCategory;
  isChosen: boolean;
  onPress: () => void;
}

/** What it is called, what belongs to it, who answers and how soon. */
function One({ category, isChosen, onPress }: OneProps) {
  const { name, hint, icon, department, isConfidential, answerDays } = category;
  return (
    <Pressable
      role="radio"
      isChecked={isChosen}
      className={`request-category ${isChosen ? 'request-category--on' : ''}`}
      onPress={onPress}
    >
      <View className="request-category__icon">
        <Icon name={isChosen ? 'check' : requestIcons[icon]} />
      </View>
      <View className="request-category__words">
        <View className="request-category__head">
          <View className="request-category__name">{name}</View>
          {isConfidential ? <Tag text={texts.confidential} tone="good" /> : null}
        </View>
        {hint ? <View className="request-category__hint">{hint}</View> : null}
        <View className="hint">{texts.answers(department.name, answerDays)}</View>
      </View>
    </Pressable>
  );
}

interface CategoryPartProps {
  chosenId: string | null;
  isLocked: boolean;
  onChoose: (category: RequestCategory) => void;
}

/** One of what the community answers; chosen, it makes room for the words. */
export const CategoryPart = observer(({ chosenId, isLocked, onChoose }: CategoryPartProps) => {
  const { settings } = useRootStore();
  const requests = useRequests();
  const [isChoosing, setIsChoosing] = useState(chosenId === null);
  const chosen = requests.categoryOf(chosenId);
  const isOpen = chosen === null || (isChoosing && !isLocked);
  const choose = (category: RequestCategory) => {
    setIsChoosing(false);
    onChoose(category);
  };
  return (
    <View className="card category-part">
      <View className="category-part__head">
        <Heading level={2}>{texts.category}</Heading>
        {isOpen || isLocked ? null : (
          <Pressable className="category-part__change" onPress={() => setIsChoosing(true)}>
            {texts.change}
          </Pressable>
        )}
      </View>
      {remoteView({
        remote: requests.categories,
        onRetry: () => void requests.loadCategories(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: () => (
          <View
            className="category-part__all"
            {...semantics({ role: 'radiogroup', 'aria-label': texts.category })}
          >
            {(isOpen ? requests.openCategories : [chosen]).map((category) => (
              <One
                key={category.id}
                category={category}
                isChosen={category.id === chosenId}
                onPress={() => (isLocked ? undefined : choose(category))}
              />
            ))}
          </View>
        ),
      })}
      {chosen && !isOpen ? (
        <Notice
          icon={chosen.isConfidential ? 'lock' : 'shield'}
          tone={chosen.isConfidential ? 'good' : 'plain'}
        >
          {chosen.isConfidential ? texts.confidentialWords(chosen.department.name) : texts.openWords}
        </Notice>
      ) : null}
    </View>
  );
});
