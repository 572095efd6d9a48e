import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { type QueueSettings } from '../config';
import { ConsumerHost } from './consumer-host';
import { ConsumerRegistry } from './consumer-registry';
import { ConsumerWatchdog } from './consumer-watchdog';
import { DeliveryHandler } from './delivery-handler';
import { FailedMessages } from './failed-messages';
import { QueueTechnology, QueueTuning } from './job-queue';
import { MessageLoops } from './message-loops';
import { MessageWorker } from './message-worker';
import { Outbox } from './outbox';
import { OutboxReconciler } from './outbox-reconciler';
import { OutboxRelay } from './outbox-relay';
import { PostgresTechnology } from './postgres-technology';
import { ProbeServer } from './probe-server';
import { QueueHealth } from './queue-health';
import { Queues } from './queues';
import { RedisTechnology } from './redis-technology';
import { Subscriptions } from './subscriptions';
import { SweepHost } from './sweep-host';
import { WorkerMetrics } from './worker-metrics';

export interface QueueModuleOptions {
  tuning?: Partial<QueueTuning>;
  /** By default the published ones; a test may bring its own. */
  subscriptions?: Readonly<Record<string, readonly string[]>>;
}

/** Everything about messages in the worker. The api needs none of it: it only announces. */
@Module({})
export class QueueModule {
  static forRoot(
    settings: QueueSettings,
    { tuning = {}, subscriptions }: QueueModuleOptions = {},
  ): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: QueueTuning, useValue: new QueueTuning(tuning) },
        { provide: Subscriptions, useValue: new Subscriptions(subscriptions) },
        {
          provide: QueueTechnology,
          inject: [QueueTuning],
          useFactory: (chosen: QueueTuning) => openTechnology(settings, chosen),
        },
        Queues,
        Outbox,
        OutboxRelay,
        OutboxReconciler,
        FailedMessages,
        DeliveryHandler,
        ConsumerRegistry,
        ConsumerHost,
        ConsumerWatchdog,
        MessageLoops,
        MessageWorker,
        SweepHost,
        QueueHealth,
        WorkerMetrics,
        ProbeServer,
      ],
      exports: [
        Queues,
        Outbox,
        OutboxRelay,
        OutboxReconciler,
        FailedMessages,
        ConsumerHost,
        MessageLoops,
        MessageWorker,
        SweepHost,
        QueueHealth,
        QueueTechnology,
        ProbeServer,
      ],
    };
  }
}

function openTechnology(settings: QueueSettings, tuning: QueueTuning): QueueTechnology {
  if (settings.backend === 'postgres') return new PostgresTechnology(settings, tuning);
  const logger = new Logger(RedisTechnology.name);
  return new RedisTechnology({
    settings,
    tuning,
    warn: (message) => {
      logger.warn(message);
    },
  });
}
