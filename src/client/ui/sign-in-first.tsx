import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { Screen } from './screen';
import { Still } from './state-views';
import { uiTexts } from './texts';

const signInPage = '/sessions/rider/sign-in';

/** In place of a page that is about its person. */
export const SignInFirst = observer(({ title }: { title: string }) => {
  const { device } = useRootStore();
  return (
    <Screen title={title}>
      <Still
        icon="person"
        title={uiTexts.signInFirst}
        hint={uiTexts.signInFirstHint}
        action={{ text: uiTexts.signIn, onPress: () => device.navigation.to(signInPage) }}
      />
    </Screen>
  );
});
