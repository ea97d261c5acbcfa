import { View } from '@tarojs/components';
import type { Failure } from '../failure';
import { Notice } from './notice';
import { Pressable } from './pressable';
import { failureWords } from './state-views';
import { uiTexts } from './texts';
import './list-end.scss';

/** As a list read page by page has it. */
interface ListEndProps {
  hasMore: boolean;
  isLoadingMore: boolean;
  moreFailure: Failure | null;
  onMore: () => void;
  /** Rows on view: a short list needs no end. */
  count: number;
}

const longFrom = 8;

/** Below a list: more of it, why not, or that this is all. */
export function ListEnd({ hasMore, isLoadingMore, moreFailure, onMore, count }: ListEndProps) {
  if (moreFailure) {
    return (
      <Notice icon="warning" tone="warn" action={{ text: uiTexts.retry, onPress: onMore }}>
        {failureWords(moreFailure).title}
      </Notice>
    );
  }
  if (isLoadingMore) return <View className="hint list-end">{uiTexts.loadingMore}</View>;
  if (hasMore) {
    return (
      <Pressable className="list-end__more" onPress={onMore}>
        {uiTexts.more}
      </Pressable>
    );
  }
  return count >= longFrom ? <View className="hint list-end">{uiTexts.endOfList}</View> : null;
}
