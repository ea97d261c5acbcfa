import { View } from '@tarojs/components';
import type { Certificate } from '../../../contract/certificates';
import { durationText } from '../../../contract/service-records';
import { gradeNames } from '../../service-records/service-text';
import { QrCode } from '../../ui/qr-code';
import { semantics } from '../../ui/semantics';
import { spacedCode, stateNames } from '../certificate-text';
import { certificateTexts as texts } from './texts';
import './paper.scss';

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="paper__fact">
      <View className="paper__name">{name}</View>
      <View className="paper__value">{value}</View>
    </View>
  );
}

function Records({ records }: Pick<Certificate, 'records'>) {
  const { headings } = texts;
  return (
    <View className="paper__table" {...semantics({ role: 'table', 'aria-label': headings.content })}>
      <View className="paper__line paper__line--head" {...semantics({ role: 'row' })}>
        {[headings.date, headings.content, headings.time].map((heading) => (
          <View key={heading} className="paper__cell" {...semantics({ role: 'columnheader' })}>
            {heading}
          </View>
        ))}
      </View>
      {records.map(({ servedOn, content, place, minutes, grade }, index) => (
        <View key={`${servedOn} ${index}`} className="paper__line" {...semantics({ role: 'row' })}>
          <View className="paper__cell" {...semantics({ role: 'cell' })}>
            {servedOn}
          </View>
          <View className="paper__cell" {...semantics({ role: 'cell' })}>
            <View>{content}</View>
            <View className="paper__small">
              {[place, grade && `${headings.grade}${gradeNames[grade]}`].filter(Boolean).join(' · ')}
            </View>
          </View>
          <View className="paper__cell" {...semantics({ role: 'cell' })}>
            {durationText(minutes)}
          </View>
        </View>
      ))}
    </View>
  );
}

/** As it would lie on a table: dark on light in both themes, and on A4 when it is printed. */
export function Paper({ certificate }: { certificate: Certificate }) {
  const { state, number, name, isRealName, volunteerNumber, from, to, minutes, times } = certificate;
  const { issuer, head, handler, contact, issuedAt, sealNumber, code, verifyUrl } = certificate;
  return (
    <View className="paper text-printed">
      <View className={`paper__state paper__state--${state}`}>{stateNames[state]}</View>
      <View className="paper__title">{texts.paperTitle}</View>
      <View className="paper__number">{texts.number(number)}</View>
      <Fact name={isRealName ? texts.name : texts.nickname} value={name} />
      <Fact name={texts.volunteerNumber} value={volunteerNumber} />
      <Fact name={texts.span} value={`${from} — ${to}`} />
      <Fact name={texts.total} value={texts.totalOf(durationText(minutes), times)} />
      <Records records={certificate.records} />
      <View className="paper__foot">
        <View className="paper__who">
          <Fact name={texts.issuer} value={issuer} />
          <Fact name={texts.head} value={head || texts.blank} />
          <Fact name={texts.handler} value={handler ?? texts.blank} />
          <Fact name={texts.contact} value={contact || texts.blank} />
          <Fact name={texts.date} value={issuedAt.slice(0, 10)} />
          {sealNumber ? <Fact name={texts.seal} value={sealNumber} /> : null}
        </View>
        <View className="paper__check">
          <QrCode text={verifyUrl} label={texts.qr} />
        </View>
      </View>
      <View className="paper__small paper__code">{texts.code(spacedCode(code))}</View>
      <View className="paper__small">{texts.law}</View>
    </View>
  );
}
