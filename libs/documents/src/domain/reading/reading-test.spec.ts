import { assertSound, resultOf } from './reading-test';

const question = (
  answer: number,
  options = ['Đúng', 'Sai', 'Không rõ'],
): { text: string; options: string[]; answer: number } => ({
  text: 'Hồ sơ nộp ở đâu?',
  options,
  answer,
});

describe('R7 the short test of a major change', () => {
  it('passes at the mark, not below it', () => {
    const test = { questions: [question(0), question(1), question(2)], passMark: 67 };

    expect(resultOf(test, [0, 1, 2])).toEqual({ score: 100, passed: true });
    expect(resultOf(test, [0, 1, 0])).toEqual({ score: 66, passed: false });
  });

  it('counts a missing answer as wrong', () => {
    expect(resultOf({ questions: [question(0), question(0)], passMark: 50 }, [0])).toEqual({
      score: 50,
      passed: true,
    });
  });

  it.each([
    ['no question', []],
    ['one option', [question(0, ['Đúng'])]],
    ['a right answer that is not offered', [question(3)]],
    ['the same option twice', [question(0, ['Đúng', 'Đúng'])]],
  ])('refuses %s', (_, questions) => {
    expect(() => assertSound({ questions, passMark: 80 })).toThrow('documents.test-unsound');
  });
});
