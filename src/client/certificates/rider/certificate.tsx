import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Certificate } from '../../../contract/certificates';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { dayOf } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { stateIcons } from '../certificate-text';
import { certificateRoutes } from '../routes';
import { CertificateStore } from './certificate-store';
import { Paper } from './paper';
import { PaperPrint } from './paper-print';
import { certificateTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '志愿服务证明' });

const tones = { platform: 'plain', sealed: 'good', superseded: 'warn', revoked: 'danger' } as const;

function State({ certificate }: { certificate: Certificate }) {
  const { state, sealedAt, sealNumber, revokeReason } = certificate;
  const words = {
    platform: [texts.platform, texts.platformHint],
    sealed: [texts.sealed, texts.sealedHint(sealedAt ? dayOf(sealedAt) : '', sealNumber ?? '')],
    superseded: [texts.superseded, texts.supersededHint],
    revoked: [texts.revoked, revokeReason ?? ''],
  } as const;
  const [title, hint] = words[state];
  return (
    <Notice icon={stateIcons[state]} tone={tones[state]} hint={hint}>
      {title}
    </Notice>
  );
}

const Ways = observer(({ store, code }: { store: CertificateStore; code: string }) => {
  const { device } = useRootStore();
  const { download, printer, feedback, navigation } = device;
  const take = async () => {
    const became = await store.takePdf();
    if (became === 'done' && download.isAvailable) feedback.toast(texts.downloaded);
    if (became === 'unable') feedback.toast(texts.cannotOpen);
  };
  return (
    <View className="certificate-ways">
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        icon="download"
        text={download.isAvailable ? texts.pdf : texts.pdfOnPhone}
        isWorking={store.working.isWorking}
        onPress={() => void take()}
      />
      {printer.isAvailable ? <ActionButton text={texts.print} onPress={() => printer.print()} /> : null}
      <View className="card link-rows">
        <LinkRow
          icon="search"
          text={texts.verify}
          onPress={() => navigation.to(certificateRoutes.verify.to({ code }))}
        />
      </View>
    </View>
  );
});

function CertificatePage() {
  const root = useRootStore();
  const { id = '', communityId } = certificateRoutes.certificate.parse(useRouter().params);
  const [store] = useState(() => new CertificateStore(root, { certificateId: id, communityId }));
  const load = () => void store.load();
  useDidShow(load);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="certificate-page">
        {remoteView({
          remote: store.certificate,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (certificate) => (
            <>
              <View className="certificate-page__state">
                <State certificate={certificate} />
              </View>
              <Paper certificate={certificate} />
              <PaperPrint />
              <Ways store={store} code={certificate.code} />
            </>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(CertificatePage);
