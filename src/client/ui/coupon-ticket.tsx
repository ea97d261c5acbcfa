import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Pressable } from './pressable';
import { Tag } from './tag';
import './coupon-ticket.scss';

interface CouponTicketProps {
  worth: { big: string; unit: string; hint: string };
  title: string;
  /** Below the title, a line each. */
  lines: readonly string[];
  tag?: { text: string; tone: 'plain' | 'good' | 'warn' | 'accent' };
  /** Nothing is to be had of it. */
  isSpent?: boolean;
  onPress?: () => void;
  /** What can be done about it. */
  action?: ReactNode;
}

function Stub({ worth }: Pick<CouponTicketProps, 'worth'>) {
  return (
    <View className="coupon-ticket__stub">
      <View className="coupon-ticket__worth">
        <View className="coupon-ticket__big">{worth.big}</View>
        {worth.unit ? <View className="coupon-ticket__unit">{worth.unit}</View> : null}
      </View>
      <View className="coupon-ticket__condition">{worth.hint}</View>
    </View>
  );
}

function Words({ title, lines, tag }: Pick<CouponTicketProps, 'title' | 'lines' | 'tag'>) {
  return (
    <>
      <View className="coupon-ticket__title">{title}</View>
      {lines.map((line) => (
        <View key={line} className="hint">
          {line}
        </View>
      ))}
      {tag ? <Tag text={tag.text} tone={tag.tone} /> : null}
    </>
  );
}

/** A coupon as the paper it would be: what it is worth on the stub, the terms beside it. */
export function CouponTicket(props: CouponTicketProps) {
  const { worth, isSpent = false, onPress, action } = props;
  const kind = `coupon-ticket ${isSpent ? 'coupon-ticket--spent' : ''}`;
  if (onPress && !action) {
    return (
      <Pressable className={kind} role="link" onPress={onPress}>
        <Stub worth={worth} />
        <View className="coupon-ticket__words">
          <Words {...props} />
        </View>
      </Pressable>
    );
  }
  return (
    <View className={kind}>
      <Stub worth={worth} />
      <View className="coupon-ticket__words">
        {onPress ? (
          <Pressable className="coupon-ticket__more" role="link" onPress={onPress}>
            <Words {...props} />
          </Pressable>
        ) : (
          <Words {...props} />
        )}
        {action}
      </View>
    </View>
  );
}
