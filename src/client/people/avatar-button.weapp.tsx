import { Button } from '@tarojs/components';
import type { AvatarButtonProps } from './avatar-button';
import './avatar-button.scss';

/** Taro has no type for it. */
interface ChosenAvatar {
  detail: { avatarUrl: string };
}

/** WeChat offers its own pictures and the album through a button of its own. */
export function AvatarButton({ text, onChosen }: AvatarButtonProps) {
  return (
    <Button
      className="avatar-button"
      openType="chooseAvatar"
      onChooseAvatar={({ detail }: ChosenAvatar) => onChosen(detail.avatarUrl)}
    >
      {text}
    </Button>
  );
}
