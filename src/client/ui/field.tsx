import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { semantics } from './semantics';
import './field.scss';

interface FieldProps {
  label: string;
  children: ReactNode;
  hint?: string | undefined;
  /** What is wrong with what was filled in. */
  error?: string | null | undefined;
  /** How much of what fits is written, `12/200`. */
  count?: string | undefined;
}

/** What is to be filled in, with its name above and what is to be said of it below. */
export function Field({ label, children, hint, error, count }: FieldProps) {
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label" {...semantics({ 'aria-hidden': true })}>
        {label}
      </View>
      {children}
      {error ? (
        <View className="field__wrong" {...semantics({ role: 'alert' })}>
          {error}
        </View>
      ) : null}
      {hint || count ? (
        <View className="field__below">
          {hint ? <View className="hint">{hint}</View> : null}
          {count ? <View className="hint field__count">{count}</View> : null}
        </View>
      ) : null}
    </View>
  );
}
