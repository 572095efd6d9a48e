import { DocumentsModule } from '@app/documents';
import { OrganizationModule } from '@app/organization';
import { ReferenceModule } from '@app/reference';
import { Module } from '@nestjs/common';

import { DeclarationNews } from './application/declaration-news';
import { DeclarationPaper } from './application/declaration-paper';
import { DeclarationScope } from './application/declaration-scope';
import { DeclarationSeal } from './application/declaration-seal';
import { DraftDeclaration } from './application/draft-declaration';
import { DraftingDesk } from './application/drafting-desk';
import { RegisterDeclaration } from './application/register-declaration';
import { SignDeclaration } from './application/sign-declaration';
import { WithdrawDeclaration } from './application/withdraw-declaration';
import { WithdrawalHand } from './application/withdrawal-hand';
import { DeclarationListQuery } from './persistence/declaration-list.query';
import { DeclarationsRepository } from './persistence/declarations.repository';

const PROVIDERS = [
  DeclarationListQuery,
  DeclarationNews,
  DeclarationPaper,
  DeclarationScope,
  DeclarationSeal,
  DeclarationsRepository,
  DraftDeclaration,
  DraftingDesk,
  RegisterDeclaration,
  SignDeclaration,
  WithdrawalHand,
  WithdrawDeclaration,
];

/** Công bố HTQLCL: readiness, declaration, registration, withdrawal. Publication is the worker's. */
@Module({
  imports: [DocumentsModule, OrganizationModule, ReferenceModule],
  providers: PROVIDERS,
  exports: [...PROVIDERS, ReferenceModule],
})
export class DeclarationsModule {}
