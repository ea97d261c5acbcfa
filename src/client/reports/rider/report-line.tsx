import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ReportRow } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { nextStepWords } from '../next-step-text';
import { reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { reportRoutes } from '../routes';
import './report-line.scss';
import { mineTexts as texts } from './texts';

/** One that the cloud has: its state, what comes next and by when. */
export const ReportLine = observer(({ report }: { report: ReportRow }) => {
  const { device } = useRootStore();
  const { id, number, category, state, placeText, words, photo, isMine } = report;
  const { name, tone } = reportStateTexts[state];
  const { text, due, isOverdue } = nextStepWords(report);
  const about = [placeText, words].filter(Boolean).join(' · ');
  return (
    <Pressable
      className="report-line"
      role="link"
      onPress={() => device.navigation.to(reportRoutes.detail.to({ id }))}
    >
      {photo ? (
        <Image
          className="report-line__picture"
          src={device.web.urlOf(photo.thumbUrl)}
          mode="aspectFill"
          lazyLoad
          imgProps={{ alt: '' }}
        />
      ) : (
        <View className="report-line__picture report-line__picture--none">
          <Icon name="picture" />
        </View>
      )}
      <View className="report-line__words">
        <View className="report-line__head">
          <View className="report-line__title">{reportCategoryTexts[category]}</View>
          <Tag text={name} tone={tone} />
        </View>
        <View className="report-line__about">
          {[reportNumberText(number), isMine ? '' : texts.followed, about].filter(Boolean).join(' · ')}
        </View>
        <View className="report-line__next">{text}</View>
        {due ? <View className={`hint ${isOverdue ? 'report-line__overdue' : ''}`}>{due}</View> : null}
      </View>
      <Icon name="next" className="report-line__go" />
    </Pressable>
  );
});
