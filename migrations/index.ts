import { PlatformBase1763860000001 } from './1763860000001-platform-base';
import { JournalChain1763860000002 } from './1763860000002-journal-chain';
import { OrganizationBase1763860000003 } from './1763860000003-organization-base';
import { IdentityBase1763860000004 } from './1763860000004-identity-base';
import { JournalHeadExports1763860000005 } from './1763860000005-journal-head-exports';
import { OrganizationSymbols1763860000006 } from './1763860000006-organization-symbols';
import { PlatformMessageStates1763860010001 } from './1763860010001-platform-message-states';
import { WorkItems1763860010002 } from './1763860010002-work-items';
import { NotificationsBase1763860010003 } from './1763860010003-notifications-base';
import { OrganizationViews1763860020001 } from './1763860020001-organization-views';
import { LegalRegisterBase1763860020002 } from './1763860020002-legal-register-base';
import { LegalRegisterRowVersions1763860020003 } from './1763860020003-legal-register-row-versions';
import { AdministrativeProceduresBase1763860025001 } from './1763860025001-administrative-procedures-base';
import { DocumentsBase1763860030001 } from './1763860030001-documents-base';
import { DocumentsValidityDays1763860030002 } from './1763860030002-documents-validity-days';
import { DocumentsCitationViews1763860035001 } from './1763860035001-documents-citation-views';
import { DocumentsProcedureLinks1763860035002 } from './1763860035002-documents-procedure-links';
import { LegalImpactBase1763860040001 } from './1763860040001-legal-impact-base';
import { ReferenceStandards1763860050001 } from './1763860050001-reference-standards';
import { DeclarationsBase1763860050002 } from './1763860050002-declarations-base';
import { PortalBase1763860050003 } from './1763860050003-portal-base';
import { DeclarationsScopeCodes1763860050004 } from './1763860050004-declarations-scope-codes';
import { FrameworksBase1763860060001 } from './1763860060001-frameworks-base';
import { PlanningBase1763860060002 } from './1763860060002-planning-base';
import { NonconformitiesBase1763860060003 } from './1763860060003-nonconformities-base';
import { AuditsBase1763860060004 } from './1763860060004-audits-base';
import { ManagementReviewsBase1763860060005 } from './1763860060005-management-reviews-base';
import { DossiersBase1763860060006 } from './1763860060006-dossiers-base';
import { OversightBase1763860060007 } from './1763860060007-oversight-base';
import { DocumentsContent1763860100001 } from './1763860100001-documents-content';
import { DocumentsApprovalFiles1763860120001 } from './1763860120001-documents-approval-files';
import { IdentitySecondFactor1763860120002 } from './1763860120002-identity-second-factor';
import { WorkKinds1763860100002 } from './1763860100002-work-kinds';
import { DocumentsExternal1763860240001 } from './1763860240001-documents-external';
import { PortalFileHashes1763860240002 } from './1763860240002-portal-file-hashes';
import { DocumentsImports1763860140001 } from './1763860140001-documents-imports';
import { LegalImpactFirstReview1763860140002 } from './1763860140002-legal-impact-first-review';
import { DocumentsAdoption1763860170001 } from './1763860170001-documents-adoption';
import { OrganizationSuccession1763860170002 } from './1763860170002-organization-succession';
import { DocumentsWays1763860110001 } from './1763860110001-documents-ways';
import { OrganizationDelegations1763860110002 } from './1763860110002-organization-delegations';
import { IdentityIsoTitles1763860110003 } from './1763860110003-identity-iso-titles';
import { ReferenceRetiredNames1763860170003 } from './1763860170003-reference-retired-names';
import { DocumentsPageTexts1763860180001 } from './1763860180001-documents-page-texts';
import { DocumentsUpkeep1763860190001 } from './1763860190001-documents-upkeep';
import { DocumentsSearch1763860180002 } from './1763860180002-documents-search';
import { DocumentsReading1763860160001 } from './1763860160001-documents-reading';
import { DocumentsClassification1763860160002 } from './1763860160002-documents-classification';
import { DocumentsDecisionsWhole1763860130001 } from './1763860130001-documents-decisions-whole';
import { DocumentsVersionChanges1763860130002 } from './1763860130002-documents-version-changes';
import { DocumentsSearchTuning1763860180003 } from './1763860180003-documents-search-tuning';
import { DocumentsSavedViews1763860180004 } from './1763860180004-documents-saved-views';
import { DocumentsSignatureSeals1763860250001 } from './1763860250001-documents-signature-seals';
import { LegalImpactSources1763860340001 } from './1763860340001-legal-impact-sources';
import { LegalImpactReasons1763860340002 } from './1763860340002-legal-impact-reasons';
import { LegalImpactProgress1763860340003 } from './1763860340003-legal-impact-progress';
import { LegalImpactLateOwners1763860250002 } from './1763860250002-legal-impact-late-owners';

/** In the order of their timestamps, which is the order in which they run. */ import { DocumentsStepPlaces1763860210002 } from './1763860210002-documents-step-places';
import { DocumentsPrintIsoTitles1763860210003 } from './1763860210003-documents-print-iso-titles';
import { OrganizationDelegationFormulas1763860210001 } from './1763860210001-organization-delegation-formulas';
import { IdentityAccounts1763860220001 } from './1763860220001-identity-accounts';
import { IdentitySharedMachines1763860220002 } from './1763860220002-identity-shared-machines';
import { DocumentsSigningPairs1763860220003 } from './1763860220003-documents-signing-pairs';
import { DossiersFileChecks1763860230002 } from './1763860230002-dossiers-file-checks';
import { IdentityUndertakings1763860220004 } from './1763860220004-identity-undertakings';
import { DossiersExports1763860230001 } from './1763860230001-dossiers-exports';
import { IdentityApiTokens1763860320002 } from './1763860320002-identity-api-tokens';
import { LegalRegisterIntake1763860320001 } from './1763860320001-legal-register-intake';
import { IdentityOwnPeople1763860260001 } from './1763860260001-identity-own-people';
import { AdministrativeProceduresRegister1763860330001 } from './1763860330001-administrative-procedures-register';
import { NotificationsRules1763860350001 } from './1763860350001-notifications-rules';
import { IdentitySuccessor1763860350002 } from './1763860350002-identity-successor';
import { OrganizationCalendar1763860350003 } from './1763860350003-organization-calendar';
import { LegalRegisterDepth1763860310001 } from './1763860310001-legal-register-depth';
import { LegalRegisterCorrections1763860310002 } from './1763860310002-legal-register-corrections';
import { DocumentsCitationLinks1763860310003 } from './1763860310003-documents-citation-links';
import { LegalRegisterNearTexts1763860310004 } from './1763860310004-legal-register-near-texts';
import { LegalRegisterNearerTexts1763860310005 } from './1763860310005-legal-register-nearer-texts';
import { WorkUrging1763860350004 } from './1763860350004-work-urging';
import { DocumentsImplementedProcedures1763860330002 } from './1763860330002-documents-implemented-procedures';
import { AdministrativeProceduresAnnouncements1763860330003 } from './1763860330003-administrative-procedures-announcements';
import { LegalImpactAnnouncedProcedures1763860345001 } from './1763860345001-legal-impact-announced-procedures';
import { NotificationsSettings1763860350005 } from './1763860350005-notifications-settings';

export const MIGRATIONS = [
  PlatformBase1763860000001,
  JournalChain1763860000002,
  OrganizationBase1763860000003,
  IdentityBase1763860000004,
  JournalHeadExports1763860000005,
  OrganizationSymbols1763860000006,
  PlatformMessageStates1763860010001,
  WorkItems1763860010002,
  NotificationsBase1763860010003,
  OrganizationViews1763860020001,
  LegalRegisterBase1763860020002,
  LegalRegisterRowVersions1763860020003,
  AdministrativeProceduresBase1763860025001,
  DocumentsBase1763860030001,
  DocumentsValidityDays1763860030002,
  DocumentsCitationViews1763860035001,
  DocumentsProcedureLinks1763860035002,
  LegalImpactBase1763860040001,
  ReferenceStandards1763860050001,
  DeclarationsBase1763860050002,
  PortalBase1763860050003,
  DeclarationsScopeCodes1763860050004,
  FrameworksBase1763860060001,
  PlanningBase1763860060002,
  NonconformitiesBase1763860060003,
  AuditsBase1763860060004,
  ManagementReviewsBase1763860060005,
  DossiersBase1763860060006,
  OversightBase1763860060007,
  DocumentsContent1763860100001,
  WorkKinds1763860100002,
  DocumentsImports1763860140001,
  LegalImpactFirstReview1763860140002,
  DocumentsAdoption1763860170001,
  DocumentsApprovalFiles1763860120001,
  IdentitySecondFactor1763860120002,
  OrganizationSuccession1763860170002,
  DocumentsWays1763860110001,
  OrganizationDelegations1763860110002,
  IdentityIsoTitles1763860110003,
  ReferenceRetiredNames1763860170003,
  DocumentsPageTexts1763860180001,
  DocumentsUpkeep1763860190001,
  DocumentsSearch1763860180002,
  DocumentsReading1763860160001,
  DocumentsClassification1763860160002,
  DocumentsDecisionsWhole1763860130001,
  DocumentsVersionChanges1763860130002,
  DocumentsSearchTuning1763860180003,
  DocumentsSavedViews1763860180004,
  OrganizationDelegationFormulas1763860210001,
  DocumentsStepPlaces1763860210002,
  DocumentsPrintIsoTitles1763860210003,
  DocumentsSignatureSeals1763860250001,
  IdentityAccounts1763860220001,
  IdentitySharedMachines1763860220002,
  DocumentsSigningPairs1763860220003,
  IdentityUndertakings1763860220004,
  DossiersExports1763860230001,
  LegalImpactLateOwners1763860250002,
  DocumentsExternal1763860240001,
  DossiersFileChecks1763860230002,
  PortalFileHashes1763860240002,
  IdentityOwnPeople1763860260001,
  LegalImpactSources1763860340001,
  AdministrativeProceduresRegister1763860330001,
  NotificationsRules1763860350001,
  IdentitySuccessor1763860350002,
  OrganizationCalendar1763860350003,
  LegalRegisterDepth1763860310001,
  LegalRegisterCorrections1763860310002,
  LegalImpactReasons1763860340002,
  LegalRegisterIntake1763860320001,
  DocumentsCitationLinks1763860310003,
  LegalRegisterNearTexts1763860310004,
  LegalRegisterNearerTexts1763860310005,
  WorkUrging1763860350004,
  LegalImpactProgress1763860340003,
  DocumentsImplementedProcedures1763860330002,
  AdministrativeProceduresAnnouncements1763860330003,
  LegalImpactAnnouncedProcedures1763860345001,
  IdentityApiTokens1763860320002,
  NotificationsSettings1763860350005,
] as const;
