import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { SimilarReport } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { instantText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { reportStateTexts } from '../report-text';
import { useReports } from '../use-reports';
import './similar-sheet.scss';
import { similarTexts as texts } from './texts';

interface SimilarSheetProps {
  isOpen: boolean;
  similar: readonly SimilarReport[];
  onSame: (report: SimilarReport) => void;
  onOther: () => void;
  onClose: () => void;
}

const Candidate = observer(({ report, onSame }: { report: SimilarReport; onSame: () => void }) => {
  const { device } = useRootStore();
  const { moves } = useReports();
  const { photos, placeText, distanceM, submittedAt, state, isFollowed } = report;
  const { name, tone } = reportStateTexts[state];
  const failure = moves.failed?.reportId === report.id ? moves.failed.failure : null;
  return (
    <View className="similar">
      <View className="similar__photos">
        {photos.map(({ id, url }) => (
          <Image
            key={id}
            className="similar__photo"
            src={device.web.urlOf(url)}
            mode="aspectFill"
            imgProps={{ alt: texts.photoAlt }}
          />
        ))}
      </View>
      <View className="similar__line">
        <Tag text={name} tone={tone} />
        <View className="similar__place">{placeText ?? texts.near(distanceM)}</View>
      </View>
      <View className="hint">
        {[placeText ? texts.near(distanceM) : null, texts.at(instantText(submittedAt))]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failure).title}
        </Notice>
      ) : null}
      <ActionButton
        icon="bell"
        text={isFollowed ? texts.followed : texts.same}
        isWorking={moves.isWorking}
        onPress={onSame}
      />
    </View>
  );
});

/** Before sending: what may be the same, with pictures big enough to tell. */
export function SimilarSheet({ isOpen, similar, onSame, onOther, onClose }: SimilarSheetProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={onClose}
      actions={<ActionButton kind="primary" text={texts.other} onPress={onOther} />}
    >
      <View className="hint">{`${texts.hint}${texts.sameHint}`}</View>
      <View className="similar__all">
        {similar.map((report) => (
          <Candidate key={report.id} report={report} onSame={() => onSame(report)} />
        ))}
      </View>
    </BottomSheet>
  );
}
