import { refusal } from '../refusals';

export class OfferNotFound extends refusal('offer-not-found', 'not-found') {}
/** It was answered already, or its owner has withdrawn it meanwhile. */
export class OfferClosed extends refusal('offer-closed', 'conflict') {}
export class OfferingNotFound extends refusal('offering-not-found', 'not-found') {}
export class OfferingClosed extends refusal('offering-closed', 'conflict') {}
/** Only what is in force and the agency's own may be laid before others. */
export class NotOfferable extends refusal('not-offerable', 'conflict') {}
/** No agency of the province stands among the chosen. */
export class NobodyToOffer extends refusal('nobody-to-offer', 'invalid') {}
/** OF-06: who applies a document revises it only when its owner is late or has ended it. */
export class OwnerNotLate extends refusal('owner-not-late', 'conflict') {}
/** OF-11: the day until which it was to apply has passed before the decision takes effect. */
export class LimitPassed extends refusal('limit-passed', 'conflict') {}
/** The owner revises the document; a new version comes from there. */
export class KeptByOwner extends refusal('kept-by-owner', 'conflict') {}
/** No predecessor in the agency's custody has such a document in force. */
export class PredecessorNotFound extends refusal('predecessor-not-found', 'not-found') {}
export class AlreadyContinued extends refusal('already-continued', 'conflict') {}
