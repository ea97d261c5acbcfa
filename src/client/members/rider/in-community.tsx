import { observer } from 'mobx-react';
import type { ReactNode } from 'react';
import type { Membership } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { Screen } from '../../ui/screen';
import { Still } from '../../ui/state-views';
import { memberRoutes } from '../routes';
import { currentMembership } from './current-membership';
import { joinFirstTexts, membershipTexts } from './texts';

interface InCommunityProps {
  title: string;
  children: (membership: Membership) => ReactNode;
}

/** A page about the current community of someone who is signed in and belongs to one. */
export const InCommunity = observer(({ title, children }: InCommunityProps) => {
  const root = useRootStore();
  const { navigation } = root.device;
  const membership = currentMembership(root);
  if (!root.sessions.isSignedIn) {
    return (
      <Screen title={title}>
        <Still
          icon="person"
          title={membershipTexts.signedOut}
          hint={membershipTexts.signedOutHint}
          action={{ text: membershipTexts.signIn, onPress: () => navigation.to(sessionRoutes.signIn.to()) }}
        />
      </Screen>
    );
  }
  if (!membership) {
    return (
      <Screen title={title}>
        <Still
          icon="people"
          title={joinFirstTexts.title}
          hint={joinFirstTexts.hint}
          action={{
            text: joinFirstTexts.action,
            onPress: () => navigation.to(memberRoutes.membership.to()),
          }}
        />
      </Screen>
    );
  }
  return <Screen title={title}>{children(membership)}</Screen>;
});
