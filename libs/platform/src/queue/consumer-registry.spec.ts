import { differences } from './consumer-registry';
import { Subscriptions } from './subscriptions';

describe('differences()', () => {
  it('finds none when each queue has its one consumer', () => {
    expect(differences(['a.b', 'c.d'], ['c.d', 'a.b'])).toEqual([]);
  });

  it('names a queue without consumer, an unknown one and a doubled one', () => {
    expect(differences(['a.b', 'c.d'], ['c.d', 'c.d', 'e.f'])).toEqual([
      'a.b: no consumer is registered',
      'e.f: no fact is subscribed to it',
      'c.d: more than one consumer',
    ]);
  });
});

describe('Subscriptions', () => {
  it('knows the published facts and their queues', () => {
    const subscriptions = new Subscriptions();

    expect(subscriptions.queuesOf('documents.version-drafted.v1')).toEqual(['documents.render']);
    expect(subscriptions.queuesOf('documents.version-recalled.v9')).toBeUndefined();
    expect(subscriptions.hears('documents.render', 'documents.version-drafted.v1')).toBe(true);
    expect(subscriptions.hears('documents.render', 'documents.upload-received.v1')).toBe(false);
  });
});
