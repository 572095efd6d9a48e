import { type Actor, type Branded, type PersonId } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { LockOuts } from './application/lock-outs';
import { Passwords } from './application/passwords';
import {
  CredentialLocked,
  DelegationEnded,
  NotAMember,
  NotSignedInPerson,
  PasswordTemporary,
  SecondFactorMissing,
  SecondFactorNeeded,
  WrongPassword,
} from './domain/refusals';
import { isProved } from './domain/second-factor';
import { SecondFactors } from './persistence/second-factors';
import { SessionStore } from './persistence/session-store';

/** Proof that the person has just typed their password again (RI-09). */
export type SigningProof = Branded<'SigningProof'>;

/** What a signature shows for ever: name, position and formula are copied, because people leave and records stay. */
export interface SignerCopy {
  signerId: PersonId;
  signerName: string;
  positionTitle: string;
  formula: string;
  /** Chức danh in the Ban chỉ đạo ISO, if any (OF-05). */
  isoTitle?: string | null;
  /** Set when the signature stands for another person's, with the letter that allows it (G12). */
  actingFor?: { personId: string; personName: string; delegationId: string; letter: string } | null;
}

/** At whose station, and what is done there: a delegation may cover only a part. */
export interface ActingFor {
  personId: string;
  act: string;
}

interface SignerRow {
  name: string;
  title: string;
  formula: string;
  isoTitle: string | null;
  actingFor: (NonNullable<SignerCopy['actingFor']> & { formula: string }) | null;
}

@Injectable()
export class SigningFacade {
  constructor(
    private readonly store: SessionStore,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly lockOuts: LockOuts,
  ) {}

  /**
   * Checks the password again, and the second factor where the person has one or their agency asks for it (RI-09,
   * RI-13). Slow (Argon2), so it is called with no transaction open.
   * The browser is noted (OF-08); that somebody else chose the password, forbids (RI-12).
   * @throws WrongPassword, CredentialLocked, PasswordTemporary, SecondFactorNeeded, SecondFactorMissing
   */
  async reauthenticate(actor: Actor, password: string): Promise<SigningProof> {
    const { proof, temporary } = await this.#recognised(actor, password);
    if (temporary) throw new PasswordTemporary();
    const { confirmedAt, provedAt, isDemanded } = await this.secondFactors.of(actor);
    if (confirmedAt === null && isDemanded) throw new SecondFactorMissing();
    if (confirmedAt !== null && !isProved(provedAt, new Date())) throw new SecondFactorNeeded();
    await this.store.noteSigning(actor);
    return proof;
  }

  /** The password alone. @throws WrongPassword, CredentialLocked */
  async recognise(actor: Actor, password: string): Promise<SigningProof> {
    return (await this.#recognised(actor, password)).proof;
  }

  async #recognised(actor: Actor, password: string): Promise<{ proof: SigningProof; temporary: boolean }> {
    if (actor.personId === null) throw new NotSignedInPerson();
    const known = await this.store.passwordOf(actor.personId);
    if (known?.lockedUntil && known.lockedUntil > new Date()) throw new CredentialLocked();
    const matches = await this.passwords.verify(known?.passwordHash ?? null, password);
    if (!matches) {
      await this.noteFailure(actor, '(signing)');
      throw new WrongPassword();
    }
    return {
      proof: `${actor.personId}:${actor.correlationId}` as SigningProof,
      temporary: known?.temporary ?? false,
    };
  }

  /** @throws CredentialLocked */
  async assertNotLocked({ personId }: Actor): Promise<void> {
    const known = await this.store.passwordOf(personId ?? '');
    if (known?.lockedUntil && known.lockedUntil > new Date()) throw new CredentialLocked();
  }

  /** After five failures each further one doubles the wait, whatever was typed wrong (RI-13). */
  async noteFailure({ personId }: Actor, what: string): Promise<void> {
    await this.lockOuts.tell(personId, await this.store.noteSignIn(what, personId, false));
  }

  /**
   * The signer as they stand now: their mandate, or the delegation that they sign by, is read at the moment of signing
   * (RI-08), in the same transaction.
   * @throws NotAMember when the membership ended meanwhile, DelegationEnded
   */
  async signer(
    tx: WriteTransaction,
    proof: SigningProof,
    actingFor: ActingFor | null = null,
  ): Promise<SignerCopy> {
    const { actor } = tx;
    if (actor.personId === null || proof !== `${actor.personId}:${actor.correlationId}`)
      throw new NotSignedInPerson();
    const row = await tx.one<SignerRow>(
      `select m.person_name as name, m.position_title as title, m.formula, m.iso_title as "isoTitle",
              (select jsonb_build_object('personId', d.from_person_id, 'personName', d.from_person_name,
                  'delegationId', d.id, 'letter', d.legal_basis, 'formula', d.formula)
                 from organization.pub_delegation_today d
                where d.agency_id = m.agency_id and d.to_person_id = m.person_id and d.from_person_id = $3::uuid
                  and (d.scope = '{}' or $4 = any (d.scope)) limit 1) as "actingFor"
         from identity.membership m
        where m.agency_id = $1 and m.person_id = $2 and m.kind = 'person' and m.valid @> app.today()`,
      [
        actor.agencyId,
        actor.personId,
        ...(actingFor === null ? [null, null] : [actingFor.personId, actingFor.act]),
      ],
    );
    if (row === null) throw new NotAMember();
    if (actingFor !== null && row.actingFor === null) throw new DelegationEnded();
    return copyOf(actor.personId, row);
  }

  /**
   * The person whose signature stands outside the product, on paper or in a signed file, as they stand now.
   * @throws NotAMember when the membership ended meanwhile
   */
  async signatory(tx: WriteTransaction, personId: string): Promise<SignerCopy> {
    const row = await tx.one<SignerCopy>(
      `select person_id as "signerId", person_name as "signerName", position_title as "positionTitle", formula,
              iso_title as "isoTitle"
         from identity.membership where agency_id = $1 and person_id = $2 and valid @> app.today()`,
      [tx.actor.agencyId, personId],
    );
    if (row === null) throw new NotAMember();
    return row;
  }
}

/** By delegation the formula of the letter stands, not the person's usual one. */
function copyOf(signerId: PersonId, { name, title, isoTitle, formula, actingFor }: SignerRow): SignerCopy {
  const usual = { signerId, signerName: name, positionTitle: title, isoTitle };
  if (actingFor === null) return { ...usual, formula, actingFor: null };
  const { formula: ofLetter, ...by } = actingFor;
  return { ...usual, formula: ofLetter, actingFor: by };
}
