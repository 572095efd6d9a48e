import { LegalRegisterFacade, type ResolvedText } from '@app/legal-register';
import { type Actor, Clock, DomainError, todayIn } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { officerOf } from '../application/officer';
import { judgeSignatures, type SignatureValidity } from '../application/seals/judge-signatures';
import { signatoriesOf } from '../application/seals/signatories';
import { displayState } from '../domain/display-state';
import { DocumentVersion } from '../domain/document-version';
import { StepNotOpen } from '../domain/refusals';
import {
  assertCheckable,
  assertClassConfirmable,
  assertCopyable,
  assertNewVersionPossible,
} from '../domain/version-acts';
import { type DetailRow } from '../persistence/version-detail.query';
import { type VersionDetail, type VersionActions } from './version.dto';
import { type SignatureView } from './seals/seals.dto';
import { type RouteStepView } from './way/way.dto';

class NotEntitledHere extends DomainError {
  constructor() {
    super({ code: 'identity.forbidden', kind: 'forbidden' });
  }
}

/** What the page of a version shows, with what the caller may do and why not. */
@Injectable()
export class VersionPresenter {
  constructor(
    private readonly register: LegalRegisterFacade,
    private readonly catalogue: ProblemCatalogue,
    private readonly clock: Clock,
  ) {}

  async show(tx: ReadTransaction, row: DetailRow, language: Language): Promise<VersionDetail> {
    const resolved = await this.register.resolve(tx, row.citations, row.namedTexts);
    const holders = row.steps.filter(({ state }) => state === 'current');
    const current = holders[0] ?? null;
    const { steps, signatures, isReturned, endsOn, submittedById, ...columns } = row;
    const shown = withoutInner(columns);
    return {
      ...shown,
      submittedForDrafter: submittedById !== null && submittedById !== row.drafterId,
      state: displayState({ ...row, currentStep: current?.kind ?? null }, todayIn(this.clock.now())),
      endedOn: endsOn,
      citations: row.citations.map((citation, at) => ({
        ...citation,
        ...linkOf(resolved.citations[at] ?? null),
      })),
      namedTexts: row.namedTexts.map((named, at) => ({
        ...named,
        ...linkOf(resolved.namedTexts[at] ?? null),
      })),
      rendition: row.rendition,
      route: steps.filter(({ round }) => round === row.reviewRound).map(stepView),
      signatures: judgeSignatures(row, signatures).map(signatureView),
      signatories: signatoriesOf(row),
      holderName:
        current === null
          ? row.state === 'draft'
            ? row.drafterName
            : null
          : holders.map(({ assigneeName }) => assigneeName).join(', '),
      holdingSince: current?.since ?? null,
      actions: this.#actions(tx.actor, row, language),
    };
  }

  #actions(actor: Actor, row: DetailRow, language: Language): VersionActions {
    const version = DocumentVersion.restore({
      ...row,
      renditionState: row.rendition.state,
      renditionSha256: row.rendition.sha256,
      returnedAt: row.isReturned ? new Date(0) : null,
      submittedAt: null,
      approvedAt: null,
      steps: row.steps.map((step) => ({ ...step, since: null, decidedAt: null })),
    });
    const officer = officerOf(actor, row.standsInFor);
    const act = (permission: string, check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!actor.permissions.has(permission) || row.agencyId !== actor.agencyId)
            throw new NotEntitledHere();
          check();
        }),
        this.catalogue,
        language,
      );
    return {
      edit: act('documents.draft', () => {
        version.assertEditable(officer);
      }),
      submit: act('documents.submit', () => {
        version.assertSubmittable(officer);
      }),
      review: act('documents.review', () => version.assertDecidable('review', officer)),
      approve: act('documents.approve', () => version.assertDecidable('approve', officer)),
      check: act('documents.check', () => assertCheckable(version, officer)),
      recall: act('documents.submit', () => {
        version.assertRecallable(officer);
      }),
      reassign: act('documents.reassign', () => {
        if (version.currentSteps.length === 0) throw new StepNotOpen();
      }),
      confirmDrafting: act('documents.draft', () => {
        version.assertDraftingOpen(officer);
      }),
      return: act('documents.return', () => version.assertReturnable(officer)),
      copy: act('documents.copy', () => {
        assertCopyable(row.state, row.rendition.state);
      }),
      confirmClass: act('documents.approve', () => {
        assertClassConfirmable(row, officer);
      }),
      newVersion: act('documents.draft', () => {
        assertNewVersionPossible(row.draftVersionId, row.keptByOwner);
      }),
    };
  }
}

function linkOf(text: ResolvedText | null): { legalTextId: string | null; legalTextState: string | null } {
  return { legalTextId: text?.textId ?? null, legalTextState: text?.status ?? null };
}

function stepView({
  stepNo: _,
  round: __,
  takenById: ___,
  ...step
}: DetailRow['steps'][number]): RouteStepView {
  return step;
}

function signatureView({
  signature,
  validity,
}: {
  signature: DetailRow['signatures'][number];
  validity: SignatureValidity;
}): SignatureView {
  const { id, meaning, way, signerName, positionTitle, isoTitle, onBehalfOfName, delegationLetter } =
    signature;
  const { signedAt, contentHash, formula } = signature;
  return {
    ...{ id, meaning, way, signerName, positionTitle, isoTitle, onBehalfOfName, delegationLetter },
    ...{ signedAt, contentHash, validity },
    formula: formula === '' ? null : formula,
    valid: validity === 'valid',
  };
}

type Inner =
  | 'hasPredecessor'
  | 'uploaderId'
  | 'drafterPosition'
  | 'draftedAt'
  | 'keptByOwner'
  | 'changeExplained'
  | 'standsInFor'
  | 'drafterAccounts';

/** What rules need and nobody reads. */
function withoutInner<Row extends Pick<DetailRow, Inner>>(row: Row): Omit<Row, Inner> {
  const {
    hasPredecessor: _,
    uploaderId: __,
    drafterPosition: _______,
    draftedAt: ________,
    keptByOwner: ___,
    changeExplained: ____,
    standsInFor: _____,
    drafterAccounts: ______,
    ...shown
  } = row;
  return shown;
}
