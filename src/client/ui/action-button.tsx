import { Button } from '@nutui/nutui-react-taro';
import { Icon, type IconName } from './icon';
import { onKeys, semantics } from './semantics';
import './action-button.scss';

interface ActionButtonProps {
  text: string;
  onPress: () => void;
  icon?: IconName;
  /** One `primary` per screen; `quiet` is words only. */
  kind?: 'primary' | 'secondary' | 'quiet';
  isWorking?: boolean;
  isDisabled?: boolean;
  className?: string;
}

/** The button of an action. */
export function ActionButton(props: ActionButtonProps) {
  const {
    text,
    onPress,
    icon,
    kind = 'secondary',
    isWorking = false,
    isDisabled = false,
    className = '',
  } = props;
  const isOff = isWorking || isDisabled;
  const press = () => {
    if (!isOff) onPress();
  };
  return (
    <Button
      className={`action-button action-button--${kind} ${isDisabled ? 'action-button--off' : ''} ${className}`}
      type={kind === 'primary' ? 'primary' : 'default'}
      fill={kind === 'primary' ? 'solid' : 'outline'}
      size="large"
      block
      loading={isWorking}
      icon={icon ? <Icon name={icon} /> : null}
      onClick={press}
      {...semantics({
        role: 'button',
        tabIndex: isDisabled ? -1 : 0,
        'aria-disabled': isOff,
        'aria-busy': isWorking,
        onKeyDown: onKeys(press),
      })}
    >
      {text}
    </Button>
  );
}
