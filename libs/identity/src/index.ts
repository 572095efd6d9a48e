export { Passwords } from './application/passwords';
export { NotEntitled } from './domain/refusals';
export { IdentityModule } from './identity.module';
export { IDENTITY_PERMISSIONS } from './identity.permissions';
export { IDENTITY_CONSTRAINTS, IDENTITY_PROBLEMS } from './identity.problems';
export { PeopleFacade } from './people.facade';
export { type PersonLine } from './persistence/people.query';
export { type SignerCopy, SigningFacade, type SigningProof } from './signing.facade';
