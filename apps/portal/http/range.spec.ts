import { requestedRange } from './range';

const FILE = { etag: '"x"', size: 100 };

describe('requestedRange', () => {
  it.each([
    [undefined, null],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=-', null],
    ['bytes=9-0', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=99999999999999999999-', null],
  ])('reads %s', (range, expected) => {
    expect(requestedRange(range === undefined ? {} : { range }, FILE)).toEqual(expected);
  });

  it('gives the whole when the range is of another version', () => {
    expect(requestedRange({ range: 'bytes=0-9', 'if-range': '"y"' }, FILE)).toBeNull();
    expect(requestedRange({ range: 'bytes=0-9', 'if-range': '"x"' }, FILE)).toEqual({ start: 0, end: 9 });
  });
});
