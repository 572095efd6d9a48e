export { HealthHttpModule } from './health.controller';
