export {
  type Envelope,
  type IntegrationEventName,
  type IntegrationEvents,
  SUBSCRIPTIONS,
} from './integration-events';
