import { Button } from '@tarojs/components';
import type { AvatarButtonProps } from './avatar-button';
import './avatar-button.scss';

/** WeChat offers its own pictures and the album through a button of its own. */
export function AvatarButton({ text, onChosen }: AvatarButtonProps) {
  return (
    <Button
      className="avatar-button"
      openType="chooseAvatar"
      onChooseAvatar={({ detail }) => onChosen(detail.avatarUrl)}
    >
      {text}
    </Button>
  );
}
