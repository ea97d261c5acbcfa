import * as activities from '../../contract/activities';
import * as schemas from '../../contract/activities.schema';
import * as desk from '../../contract/activity-desk';
import * as deskSchemas from '../../contract/activity-desk.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Activities } from './service';

function riderRoutes({ on, onKeyed }: Router, service: Activities): void {
  on(activities.listActivities, schemas.listActivitiesSchemas, policy.listActivities, ({ input, asker }) =>
    service.listActivities(input, asker),
  );
  on(activities.getActivity, schemas.getActivitySchemas, policy.getActivity, ({ input, asker }) =>
    service.getActivity(input, asker),
  );
  onKeyed(activities.createSignUp, schemas.createSignUpSchemas, policy.createSignUp, (call) =>
    service.createSignUp(call.input, call.asker, call.caller.key()),
  );
  on(activities.listMySignUps, schemas.listMySignUpsSchemas, policy.listMySignUps, ({ input, asker }) =>
    service.listMySignUps(input, asker),
  );
  on(activities.getSignUp, schemas.getSignUpSchemas, policy.getSignUp, ({ input, asker }) =>
    service.getSignUp(input, asker),
  );
  on(activities.cancelSignUp, schemas.cancelSignUpSchemas, policy.cancelSignUp, ({ input, asker }) =>
    service.cancelSignUp(input, asker),
  );
  on(activities.changeSignUpAnswers, schemas.changeSignUpAnswersSchemas, policy.changeSignUpAnswers, (call) =>
    service.changeSignUpAnswers(call.input, call.asker),
  );
}

function deskRoutes({ on }: Router, service: Activities): void {
  on(
    desk.listManagedActivities,
    deskSchemas.listManagedActivitiesSchemas,
    policy.listManagedActivities,
    (call) => service.listManagedActivities(call.input, call.asker),
  );
  on(desk.getManagedActivity, deskSchemas.getManagedActivitySchemas, policy.getManagedActivity, (call) =>
    service.getManagedActivity(call.input, call.asker),
  );
  on(
    desk.listActivityHelpers,
    deskSchemas.listActivityHelpersSchemas,
    policy.listActivityHelpers,
    ({ input }) => service.listActivityHelpers(input),
  );
  on(desk.createActivity, deskSchemas.createActivitySchemas, policy.createActivity, ({ input, asker, tx }) =>
    service.createActivity(input, asker, tx),
  );
  on(desk.createSeries, deskSchemas.createSeriesSchemas, policy.createSeries, ({ input, asker, tx }) =>
    service.createSeries(input, asker, tx),
  );
  on(desk.updateActivity, deskSchemas.updateActivitySchemas, policy.updateActivity, ({ input, asker }) =>
    service.updateActivity(input, asker),
  );
  on(desk.publishActivity, deskSchemas.publishActivitySchemas, policy.publishActivity, ({ input, asker }) =>
    service.publishActivity(input, asker),
  );
  on(desk.cancelActivity, deskSchemas.cancelActivitySchemas, policy.cancelActivity, ({ input, asker }) =>
    service.cancelActivity(input, asker),
  );
  on(desk.removeActivity, deskSchemas.removeActivitySchemas, policy.removeActivity, ({ input }) =>
    service.removeActivity(input),
  );
}

function signUpRoutes({ on }: Router, service: Activities): void {
  on(desk.listSignUps, deskSchemas.listSignUpsSchemas, policy.listSignUps, ({ input, asker }) =>
    service.listSignUps(input, asker),
  );
  on(desk.addSignUp, deskSchemas.addSignUpSchemas, policy.addSignUp, ({ input, asker, tx }) =>
    service.addSignUp(input, asker, tx),
  );
  on(desk.removeSignUp, deskSchemas.removeSignUpSchemas, policy.removeSignUp, ({ input, asker }) =>
    service.removeSignUp(input, asker),
  );
  on(desk.exportSignUps, deskSchemas.exportSignUpsSchemas, policy.exportSignUps, ({ input, asker }) =>
    service.exportSignUps(input, asker),
  );
  on(desk.addActivityPhotos, deskSchemas.addActivityPhotosSchemas, policy.addActivityPhotos, (call) =>
    service.addActivityPhotos(call.input, call.asker, call.tx),
  );
  on(desk.removeActivityPhoto, deskSchemas.removeActivityPhotoSchemas, policy.removeActivityPhoto, (call) =>
    service.removeActivityPhoto(call.input, call.asker),
  );
}

export function activityRoutes(router: Router, service: Activities): void {
  riderRoutes(router, service);
  deskRoutes(router, service);
  signUpRoutes(router, service);
}
