import { observer } from 'mobx-react';
import { problems } from '../../../contract/http';
import { isRefusedWith, type Failure } from '../../failure';
import { memberRoutes } from '../../members/routes';
import { useRootStore } from '../../root-store';
import { failureWords, Still } from '../../ui/state-views';
import { tasksTexts as texts } from './texts';

export const isNotGrid = ({ failure }: { failure: Failure | null }): boolean =>
  isRefusedWith(failure, problems.forbidden.code);

/** In place of what is for grid members: how to become one. */
export const NotGrid = observer(({ failure }: { failure: Failure | null }) => {
  const { device } = useRootStore();
  return (
    <Still
      icon="badge"
      title={failure ? failureWords(failure).title : texts.title}
      hint={texts.notGridHint}
      action={{ text: texts.apply, onPress: () => device.navigation.to(memberRoutes.grid.to()) }}
    />
  );
});
