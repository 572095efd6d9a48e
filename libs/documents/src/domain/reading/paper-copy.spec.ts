import { localDate, unreachableStates } from '@app/kernel';

import { PAPER_COPY_LIFECYCLE, PaperCopy, type PaperCopyState } from './paper-copy';

const aCopy = (state: PaperCopyState): PaperCopy =>
  PaperCopy.restore({
    id: 'copy',
    state,
    issuedOn: localDate(2026, 3, 2),
    recalledOn: null,
    condition: null,
    destructionId: null,
  });

describe('DI-12 a controlled paper copy', () => {
  it('reaches every state from the holder', () => {
    expect(unreachableStates(PAPER_COPY_LIFECYCLE, 'held')).toEqual([]);
  });

  it('is given back, then destroyed by named minutes', () => {
    const copy = aCopy('to-recall');

    copy.recall(localDate(2026, 5, 4), 'Còn nguyên');
    copy.destroy('minutes');

    expect(copy.snapshot).toMatchObject({
      state: 'destroyed',
      recalledOn: '2026-05-04',
      destructionId: 'minutes',
    });
  });

  it('is not destroyed while somebody holds it', () => {
    expect(() => aCopy('to-recall').destroy('minutes')).toThrow();
  });

  it('is not given back before it was handed out', () => {
    expect(() => aCopy('held').recall(localDate(2026, 3, 1), null)).toThrow('documents.recall-before-issue');
  });
});
