import { judgeRedis } from './redis-technology';

function info(changes: Record<string, string> = {}): string {
  const values = { redis_version: '7.0.15', maxmemory_policy: 'noeviction', aof_enabled: '1', ...changes };
  return ['# Server', ...Object.entries(values).map(([name, value]) => `${name}:${value}`)].join('\r\n');
}

describe('judgeRedis()', () => {
  it('takes a server that keeps what it is given', () => {
    expect(judgeRedis(info())).toEqual({ faults: [], warnings: [] });
  });

  it.each(['allkeys-lru', 'volatile-ttl'])('refuses a server that evicts (%s)', (policy) => {
    expect(judgeRedis(info({ maxmemory_policy: policy })).faults.join()).toContain(policy);
  });

  it.each(['6.0.16', '5.0.14', 'x'])('refuses version %s', (version) => {
    expect(judgeRedis(info({ redis_version: version })).faults.join()).toContain('quá cũ');
  });

  it.each(['6.2.0', '7.4.1', '10.0.0'])('takes version %s', (version) => {
    expect(judgeRedis(info({ redis_version: version })).faults).toEqual([]);
  });

  it('warns of a server without an append-only file', () => {
    expect(judgeRedis(info({ aof_enabled: '0' }))).toMatchObject({
      faults: [],
      warnings: [expect.any(String)],
    });
  });
});
