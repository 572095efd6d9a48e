import type { CreateVersion, LegalTextFields, VersionDetail } from './generated';

/** The contract of the API, generated from openapi.json (`npm run openapi:client`), and what follows from it. */
export type * from './generated';

export type DisplayState = VersionDetail['state'];
export type RelationKind = LegalTextFields['relations'][number]['kind'];
/** The fields that a person confirms of a version. */
export type VersionFields = Omit<CreateVersion, 'uploadId'>;
