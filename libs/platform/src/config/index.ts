export {
  type ApiSettings,
  apiSettings,
  type CliSettings,
  cliSettings,
  cliStorageSettings,
  type DatabaseSettings,
  type MailSettings,
  type PortalSettings,
  portalSettings,
  type QueueSettings,
  type SecretKey,
  type StorageSettings,
  type WorkerSettings,
  workerSettings,
} from './product-settings';
export { EnvironmentReader, SettingsInvalid } from './settings';
