import { withLogFields } from './log-context';
import { StructuredLogger } from './structured-logger';

function linesOf(write: (logger: StructuredLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new StructuredLogger('test', 'trace', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('StructuredLogger', () => {
  it('writes one JSON object with place, level and UTC time', () => {
    const [line] = linesOf((logger) => {
      logger.log('Bắt đầu', 'Worker');
    });

    expect(line).toMatchObject({ level: 'info', msg: 'Bắt đầu', place: 'Worker', process: 'test' });
    expect(line?.['time']).toMatch(/Z$/);
  });

  it('takes fields first, then the text, then the place', () => {
    const [line] = linesOf((logger) => {
      logger.warn({ queue: 'a.b', err: new Error('away') }, 'queue connection', 'Queues');
    });

    expect(line).toMatchObject({
      queue: 'a.b',
      msg: 'queue connection',
      place: 'Queues',
      err: { message: 'away' },
    });
  });

  it('carries the correlation id of the act', () => {
    const [line] = linesOf((logger) => {
      withLogFields({ correlationId: 'c-1', agencyId: 'a-1' }, () => {
        logger.warn('x');
      });
    });

    expect(line).toMatchObject({ correlationId: 'c-1', agencyId: 'a-1', level: 'warn' });
  });

  it('hides secrets and names by field and addresses by shape', () => {
    const [line] = linesOf((logger) => {
      logger.error({ password: 'p4ss', person: { email: 'an@x.vn', fullName: 'Lê An' } });
    });
    const [other] = linesOf((logger) => {
      logger.error(new Error('550 no such user <le.an@thanhhoa.gov.vn>'));
    });

    expect(JSON.stringify(line)).not.toMatch(/p4ss|an@x|Lê An/);
    expect(JSON.stringify(other)).not.toContain('le.an@');
    expect(JSON.stringify(other)).toContain('550 no such user');
  });
});
