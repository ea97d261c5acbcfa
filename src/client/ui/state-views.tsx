import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Failure } from '../failure';
import type { Remote } from '../remote';
import { clockText } from './dates';
import { Heading } from './heading';
import { Icon, type IconName } from './icon';
import { Notice } from './notice';
import { Pressable } from './pressable';
import { semantics } from './semantics';
import { uiTexts } from './texts';
import './state-views.scss';

/** The outline of what comes, so that nothing jumps. */
export function LoadingRows({ count = 4 }: { count?: number }) {
  return (
    <View
      className="loading-rows"
      {...semantics({ role: 'status', 'aria-label': uiTexts.loading, 'aria-busy': true })}
    >
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="loading-rows__row">
          <View className="loading-rows__picture" />
          <View className="loading-rows__words">
            <View className="loading-rows__line loading-rows__line--long" />
            <View className="loading-rows__line" />
          </View>
        </View>
      ))}
    </View>
  );
}

interface StillProps {
  icon: IconName;
  title: string;
  hint: string;
  action?: { text: string; icon?: IconName; onPress: () => void };
}

/** A page, or a part of one, with nothing to list. */
export function Still({ icon, title, hint, action }: StillProps) {
  return (
    <View className="still" {...semantics({ role: 'status' })}>
      <View className="still__picture">
        <Icon name={icon} />
      </View>
      <Heading level={2}>{title}</Heading>
      {hint ? <View className="still__hint">{hint}</View> : null}
      {action ? (
        <Pressable className="still__action" onPress={action.onPress}>
          {action.icon ? <Icon name={action.icon} /> : null}
          <View>{action.text}</View>
        </Pressable>
      ) : null}
    </View>
  );
}

/** What went wrong, in words, with what the cloud said where it said something. */
export function failureWords(failure: Failure): { title: string; hint: string } {
  const words = uiTexts.failed[failure.kind];
  if (failure.kind !== 'refused') return words;
  // Waiting does not bring back what is not there.
  if (failure.code === 'not_found') return { title: failure.detail || words.title, hint: '' };
  const wait = failure.retryAfter ? uiTexts.retryAfter(failure.retryAfter) : words.hint;
  return { title: failure.detail || words.title, hint: wait };
}

function Failed({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { title, hint } = failureWords(failure);
  const icon = failure.kind === 'offline' ? 'offline' : 'warning';
  return (
    <Still
      icon={icon}
      title={title}
      hint={hint}
      action={{ text: uiTexts.retry, icon: 'retry', onPress: onRetry }}
    />
  );
}

function StaleLine({ at, isOnline, onRetry }: { at: string; isOnline: boolean; onRetry: () => void }) {
  if (!isOnline) {
    return (
      <View className="stale-line" {...semantics({ role: 'status' })}>
        <Icon name="offline" />
        <View>{uiTexts.staleAt(at)}</View>
      </View>
    );
  }
  return (
    <View className="stale-line">
      <Notice icon="warning" tone="warn" action={{ text: uiTexts.retry, onPress: onRetry }}>
        {uiTexts.outdated(at)}
      </Notice>
    </View>
  );
}

interface RemoteViewProps<Data> {
  remote: Remote<Data>;
  onRetry: () => void;
  loading: ReactNode;
  isOnline: boolean;
  children: (data: Data) => ReactNode;
}

/**
 * The states of something that comes from the cloud: its outline, then it, or why not.
 * What the device remembers is shown at once, with its age while there is no network.
 */
export function remoteView<Data>({
  remote,
  onRetry,
  loading,
  isOnline,
  children,
}: RemoteViewProps<Data>): ReactNode {
  const { data, failure, status, isStale, loadedAt } = remote;
  if (data === null) {
    return status === 'failed' && failure ? <Failed failure={failure} onRetry={onRetry} /> : loading;
  }
  const isOld = isStale && loadedAt !== null && (!isOnline || status === 'failed');
  return (
    <>
      {isOld ? <StaleLine at={clockText(loadedAt)} isOnline={isOnline} onRetry={onRetry} /> : null}
      {children(data)}
    </>
  );
}
