import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { onKeys, semantics, type Semantics } from './semantics';
import './pressable.scss';

interface PressableProps {
  children: ReactNode;
  onPress: () => void;
  className?: string;
  /** What a screen reader says instead of the words inside. */
  label?: string;
  role?: 'button' | 'link' | 'checkbox' | 'radio' | 'switch';
  /** For checkbox, radio and switch. */
  isChecked?: boolean;
  /** For a button that stays in, such as a filter. */
  isPressed?: boolean;
  isDisabled?: boolean;
  /** Of a link: it is what is shown now. */
  isCurrent?: boolean;
  /** Where the keyboard is put on it. */
  id?: string;
}

/** Anything tapped that is not a button to look at: rows, cards, chips. */
export function Pressable(props: PressableProps) {
  const { children, onPress, className = '', role = 'button', isDisabled = false } = props;
  const press = () => {
    if (!isDisabled) onPress();
  };
  const attributes: Semantics = { role, tabIndex: isDisabled ? -1 : 0, onKeyDown: onKeys(press) };
  if (props.label) attributes['aria-label'] = props.label;
  if (props.isChecked !== undefined) attributes['aria-checked'] = props.isChecked;
  if (props.isPressed !== undefined) attributes['aria-pressed'] = props.isPressed;
  if (isDisabled) attributes['aria-disabled'] = true;
  if (props.isCurrent) attributes['aria-current'] = true;
  if (props.id) attributes.id = props.id;
  return (
    <View
      className={`pressable ${className}`}
      hoverClass={isDisabled ? 'none' : 'pressable--down'}
      hoverStayTime={80}
      onClick={press}
      {...semantics(attributes)}
    >
      {children}
    </View>
  );
}
