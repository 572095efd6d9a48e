export { LegalImpactFacade } from './legal-impact.facade';
export { LegalImpactModule } from './legal-impact.module';
export { LEGAL_IMPACT_PERMISSIONS } from './legal-impact.permissions';
export { LEGAL_IMPACT_PROBLEMS } from './legal-impact.problems';
