export { HealthHttpModule } from './health.controller';
export { SystemInfo, SystemModule } from './system.controller';
