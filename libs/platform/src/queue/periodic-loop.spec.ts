import { PeriodicLoop } from './periodic-loop';

describe('PeriodicLoop', () => {
  it('works on at once while it finds something, and never twice at the same time', async () => {
    let [left, running, most] = [5, 0, 0];
    const emptied = Promise.withResolvers<undefined>();
    const loop = new PeriodicLoop(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (left === 0) emptied.resolve(undefined);
        return left === 0 ? 0 : left--;
      },
      { everyMs: 60_000, onError: jest.fn() },
    );

    loop.start();
    loop.start();
    await emptied.promise;
    await loop.stop();

    expect(most).toBe(1);
    expect(left).toBe(0);
  });

  it('goes on after a failure and tells of it', async () => {
    const onError = jest.fn();
    const mended = Promise.withResolvers<undefined>();
    let turns = 0;
    const loop = new PeriodicLoop(
      () => {
        turns += 1;
        if (turns < 3) return Promise.reject(new Error('away'));
        mended.resolve(undefined);
        return Promise.resolve(0);
      },
      { everyMs: 1, onError },
    );

    loop.start();
    await mended.promise;
    await loop.stop();

    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('waits for the turn under way when it stops', async () => {
    const begun = Promise.withResolvers<undefined>();
    const end = Promise.withResolvers<number>();
    const finished = jest.fn();
    const loop = new PeriodicLoop(
      async () => {
        begun.resolve(undefined);
        const found = await end.promise;
        finished();
        return found;
      },
      { everyMs: 60_000, onError: jest.fn() },
    );
    loop.start();
    await begun.promise;

    const stopped = loop.stop();
    expect(finished).not.toHaveBeenCalled();
    end.resolve(0);
    await stopped;

    expect(finished).toHaveBeenCalledTimes(1);
  });
});
