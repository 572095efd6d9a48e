export { Action, actionOf, explained } from './action.dto';
export { refuseDeepBodies } from './body-depth';
export { closeWhatFallsIdle } from './close-idle';
export {
  ApiIdempotent,
  CurrentActor,
  CurrentLanguage,
  IdempotencyOf,
  IdParam,
  IfMatch,
  OPEN_TO_TOKENS,
  OpenToTokens,
  PublicRoute,
  RequirePermission,
  ROUTE_ACCESS,
  type RouteAccess,
  SignedInRoute,
} from './decorators';
export {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  ListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from './fields';
export { cleanFileName, contentDisposition } from './file-name';
export { measureRequests } from './http-metrics';
export { HttpModule } from './http.module';
export { type CursorValue, decodeCursor, encodeCursor, type Page, pageDto, pageOf, PageQuery } from './page';
export { PortalAddress } from './portal-address';
export { ProblemCatalogue } from './problem-catalogue';
export {
  FIELD_PROBLEMS,
  type Language,
  PLATFORM_PROBLEMS,
  type ProblemText,
  type ProblemTexts,
} from './problems';
export { actorOf, type Caller, type HttpReply, type HttpRequest, languageOf, NotSignedIn } from './request';
export { RouteAccessCheck, type RouteLine } from './route-access.check';
export { refuseCrossSiteChanges } from './same-origin';
export { InvalidInput } from './validation';
