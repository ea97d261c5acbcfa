import { Image, View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import type { ResolvedCode } from '../../../contract/codes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Field } from '../../ui/field';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { svgUrl } from '../../ui/qr-path';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { semantics } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { codeRoutes } from '../routes';
import { PosterSheets } from './poster-sheets';
import { PosterStore } from './poster-store';
import type { PosterWords } from './poster-svg';
import { posterTexts as texts } from './texts';
import './poster.scss';

definePageConfig({ navigationBarTitleText: '打印海报' });

const formats = ['a4', 'a6', 'four'] as const;
const kinds = ['qr', 'miniProgram'] as const;

interface PartProps {
  store: PosterStore;
  words: PosterWords;
}

const Choices = observer(({ store }: { store: PosterStore }) => (
  <View className="card poster-part">
    <Field label={texts.format} hint={texts.formatHints[store.format]}>
      <Segments
        label={texts.format}
        value={store.format}
        options={formats.map((value) => ({ value, text: texts.formats[value] }))}
        onChange={store.setFormat}
      />
    </Field>
    <Field label={texts.kind} hint={texts.kindHints[store.kind]}>
      <Segments
        label={texts.kind}
        value={store.kind}
        options={kinds.map((value) => ({ value, text: texts.kinds[value] }))}
        onChange={store.setKind}
      />
    </Field>
  </View>
));

/** Out of the app: to the printer or into a file, or to where that can be done. */
const Ways = observer(({ store, words, link }: PartProps & { link: string }) => {
  const { device } = useRootStore();
  const { printer, download, clipboard, feedback, web } = device;
  const name = texts.fileName(words.name, texts.formats[store.format]);
  const copy = async () => {
    if (await clipboard.copy(web.urlOf(link))) feedback.toast(texts.copied);
  };
  const png = async () => {
    if (!(await store.savePng(name))) feedback.toast(texts.pngFailed);
  };
  if (!download.isAvailable) {
    return (
      <View className="card poster-part">
        <View>{texts.onPhone}</View>
        <ActionButton kind="primary" text={texts.copyLink} onPress={() => void copy()} />
      </View>
    );
  }
  const isDisabled = store.sheet === null;
  return (
    <View className="card poster-part">
      {printer.isAvailable ? (
        <>
          <ActionButton
            kind="primary"
            text={texts.print}
            isDisabled={isDisabled}
            onPress={() => printer.print()}
          />
          <View className="hint">{texts.printHint}</View>
        </>
      ) : null}
      <ActionButton
        icon="download"
        text={texts.png}
        isWorking={store.isWorking}
        isDisabled={isDisabled}
        onPress={() => void png()}
      />
      <ActionButton
        icon="download"
        text={texts.svg}
        isDisabled={isDisabled}
        onPress={() => store.saveSvg(name)}
      />
    </View>
  );
});

const Replace = observer(({ store, words }: PartProps) => {
  const { device } = useRootStore();
  const [isAsked, setIsAsked] = useState(false);
  const replace = async () => {
    setIsAsked(false);
    if (await store.replace()) device.feedback.toast(texts.replaced);
  };
  return (
    <View className="card poster-part">
      <View className="hint">{texts.replaceLead}</View>
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      <ActionButton
        icon="retry"
        text={texts.replace}
        isWorking={store.isWorking}
        onPress={() => setIsAsked(true)}
      />
      <ConfirmSheet
        isOpen={isAsked}
        title={texts.replaceAsk(words.name)}
        hint={texts.replaceHint}
        confirm={texts.replace}
        onConfirm={() => void replace()}
        onClose={() => setIsAsked(false)}
      />
    </View>
  );
});

const Preview = observer(({ store, words }: PartProps) => {
  const { settings } = useRootStore();
  const { sheet, format } = store;
  if (sheet === null) {
    return remoteView({
      remote: store.miniProgramCode,
      onRetry: () => void store.loadMiniProgramCode(),
      isOnline: settings.isOnline,
      loading: <LoadingRows count={2} />,
      children: () => null,
    });
  }
  return (
    <View className="poster-preview">
      <Image
        className={`poster-preview__sheet ${format === 'a6' ? 'poster-preview__sheet--small' : ''}`}
        src={svgUrl(sheet)}
        mode="aspectFit"
        imgProps={{ alt: texts.preview(words.name) }}
        {...semantics({ 'aria-label': texts.preview(words.name) })}
      />
    </View>
  );
});

function PosterPage() {
  const root = useRootStore();
  const { target: named, id = '' } = codeRoutes.poster.parse(useRouter().params);
  const target: ResolvedCode['target'] = named === 'merchant' ? 'merchant' : 'station';
  const [store] = useState(() => new PosterStore(root, { target, id }));
  const [isShown, setIsShown] = useState(true);
  useDidShow(() => {
    setIsShown(true);
    void store.load();
  });
  // What lies below another page is not what is printed.
  useDidHide(() => setIsShown(false));
  const view = (children: (words: PosterWords) => ReactNode, loading: ReactNode) =>
    remoteView({
      remote: store.words,
      onRetry: () => void store.load(),
      isOnline: root.settings.isOnline,
      loading,
      children,
    });
  const { data } = store.words;
  const side = view(
    (words) => (
      <>
        <Heading level={2}>{words.name}</Heading>
        <Choices store={store} />
        <Ways store={store} words={words} link={`/#${codeRoutes.poster.to({ target, id })}`} />
        <Replace store={store} words={words} />
      </>
    ),
    <LoadingRows count={3} />,
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={data ? <Preview store={store} words={data} /> : null} />
      {isShown && store.sheet ? (
        <PosterSheets svg={store.sheet} paper={store.format === 'a6' ? 'a6' : 'a4'} />
      ) : null}
    </Screen>
  );
}

export default observer(PosterPage);
