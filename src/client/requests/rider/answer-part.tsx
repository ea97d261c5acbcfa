import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { PersonRequest } from '../../../contract/requests';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Photos } from '../../ui/photos';
import { GivenStars } from '../../ui/stars';
import { requestActorTexts } from '../request-text';
import { detailTexts as texts } from './texts';

/** What was answered last, and what its person said of it. */
export const AnswerPart = observer(({ request }: { request: PersonRequest }) => {
  const { device } = useRootStore();
  const answers = request.entries.filter(({ action }) => action === 'answer');
  const last = answers[answers.length - 1];
  const { rating } = request;
  if (!last) return null;
  const from = last.department ?? requestActorTexts[last.by];
  return (
    <View className="card request__answer">
      <Heading level={2}>{texts.answer}</Heading>
      <View className="hint">{texts.answerFrom(from, instantText(last.at))}</View>
      <View className="request__words">{last.words}</View>
      <Photos
        label={texts.photos}
        onOpen={(index) => device.web.showPicture(last.photos[index]?.url ?? '')}
        photos={last.photos.map(({ url }, index) => ({
          url: device.web.urlOf(url),
          alt: texts.photo(index + 1),
        }))}
      />
      {rating ? (
        <View className="request__rating">
          <View className="hint">{texts.yourRating}</View>
          <GivenStars stars={rating.stars} />
          {rating.words ? <View className="request__words">{rating.words}</View> : null}
        </View>
      ) : null}
    </View>
  );
});
