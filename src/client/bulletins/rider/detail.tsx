import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Bulletin } from '../../../contract/bulletins';
import { isRefusedWith } from '../../failure';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { dayOf, plainDateText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Screen } from '../../ui/screen';
import { ShareButton, useShareCard, type ShareCard } from '../../ui/share-page';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { BulletinBody, bodyOf } from '../body';
import { audienceTexts, categoryTexts } from '../category-text';
import { openLink } from '../open-link';
import { bulletinRoutes } from '../routes';
import './detail.scss';
import { BulletinStore } from './detail-store';
import { detailTexts as texts } from './texts';

definePageConfig({
  navigationBarTitleText: '政策通知',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

/** As it is passed on: its title, its first picture. */
function cardOf({ id, title, blocks }: Bulletin): ShareCard {
  const first = blocks.find((block) => block.type === 'image' && block.photo !== null);
  const picture = first?.type === 'image' ? (first.photo?.url ?? null) : null;
  return { title, path: bulletinRoutes.detail.to({ id }), picture };
}

const Article = observer(({ bulletin }: { bulletin: Bulletin }) => {
  const { device } = useRootStore();
  const { title, category, audience, author, publishedAt, editedAt, source, blocks } = bulletin;
  return (
    <View className="bulletin-detail">
      <View className="bulletin-detail__head">
        <View className="bulletin-detail__tags">
          <Tag text={categoryTexts[category]} tone="accent" />
          {audience === 'everyone' ? null : <Tag text={audienceTexts[audience]} />}
        </View>
        <Heading level={1} className="bulletin-detail__title">
          {title}
        </Heading>
        <View className="hint">
          {[
            author,
            plainDateText(dayOf(publishedAt)),
            ...(editedAt ? [texts.edited(plainDateText(dayOf(editedAt)))] : []),
          ].join(' · ')}
        </View>
      </View>
      <BulletinBody blocks={bodyOf(blocks, device.web)} />
      {source ? <Source source={source} /> : null}
      <View className="bulletin-detail__share">
        <ShareButton text={texts.share} card={cardOf(bulletin)} />
        <View className="hint">{texts.shareHint}</View>
      </View>
    </View>
  );
});

const Source = observer(({ source }: { source: NonNullable<Bulletin['source']> }) => {
  const { device } = useRootStore();
  const { name, url } = source;
  if (!url) return <View className="hint">{texts.source(name)}</View>;
  return (
    <View className="card link-rows">
      <LinkRow icon="next" text={texts.source(name)} hint={url} onPress={() => void openLink(url, device)} />
    </View>
  );
});

function BulletinDetail() {
  const root = useRootStore();
  const { id = '' } = bulletinRoutes.detail.parse(useRouter().params);
  const [store] = useState(() => new BulletinStore(root, id));
  const load = () => void store.load();
  useDidShow(load);
  const { bulletin: remote } = store;
  useShareCard(remote.data && cardOf(remote.data));
  const { failure } = remote;
  const { navigation } = root.device;
  if (failure && isRefusedWith(failure, 'bulletin_withdrawn')) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="bulletin"
          title={texts.gone}
          hint={failureWords(failure).title}
          action={{ text: texts.more, onPress: () => navigation.to(bulletinRoutes.list.to()) }}
        />
      </Screen>
    );
  }
  if (remote.data === null && isRefusedWith(failure, 'unauthenticated')) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="person"
          title={texts.signIn}
          hint={texts.signInHint}
          action={{ text: texts.toSignIn, onPress: () => navigation.to(sessionRoutes.signIn.to()) }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title}>
      {remoteView({
        remote,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (bulletin) => <Article bulletin={bulletin} />,
      })}
    </Screen>
  );
}

export default observer(BulletinDetail);
