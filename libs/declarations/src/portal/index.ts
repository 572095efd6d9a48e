export { AgenciesQuery } from './agencies.query';
export { DeclarationsQuery } from './declarations.query';
export { PapersQuery } from './papers.query';
export { PortalReadsModule } from './portal-reads.module';
export type {
  AgencyPage,
  AgencyRow,
  CheckedPaper,
  DeclarationPage,
  DeclarationRow,
  HeadRow,
  ListedDeclarationRow,
  Overview,
  ProcedureRow,
  PublicFileRow,
  PublicProcedureState,
  PublicState,
  ScopeRow,
  SitemapRow,
} from './public-rows';
export { printedVerificationCode, readVerificationCode } from '../domain/verification-code';
