import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { RequestRow } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { nextStepWords } from '../next-step-text';
import { requestIcons, requestNumberText, requestStateTexts } from '../request-text';
import { requestRoutes } from '../routes';
import './request-line.scss';

/** One that the cloud has: its state, what comes next and by when. */
export const RequestLine = observer(({ request }: { request: RequestRow }) => {
  const { device } = useRootStore();
  const { id, number, category, state, words, isConfidential } = request;
  const { name, tone } = requestStateTexts[state];
  const { text, due, isOverdue } = nextStepWords(request);
  return (
    <Pressable
      className="request-line"
      role="link"
      onPress={() => device.navigation.to(requestRoutes.detail.to({ id }))}
    >
      <View className="request-line__icon">
        <Icon name={isConfidential ? 'lock' : requestIcons[category.icon]} />
      </View>
      <View className="request-line__words">
        <View className="request-line__head">
          <View className="request-line__title">{category.name}</View>
          <Tag text={name} tone={tone} />
        </View>
        <View className="request-line__about">
          {[requestNumberText(number), words].filter(Boolean).join(' · ')}
        </View>
        <View className="request-line__next">{text}</View>
        {due ? <View className={`hint ${isOverdue ? 'request-line__overdue' : ''}`}>{due}</View> : null}
      </View>
      <Icon name="next" className="request-line__go" />
    </Pressable>
  );
});
