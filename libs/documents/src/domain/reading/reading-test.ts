import { TestUnsound } from './refusals';

/** One question with its options; exactly one is right. */
export interface Question {
  text: string;
  options: string[];
  /** Place of the right option, from 0. */
  answer: number;
}

export interface ReadingTest {
  questions: readonly Question[];
  /** In per cent. */
  passMark: number;
}

export interface Result {
  score: number;
  passed: boolean;
}

/** @throws TestUnsound when a question has no right answer among its options */
export function assertSound({ questions }: ReadingTest): void {
  const unsound = questions.some(
    ({ options, answer }) =>
      options.length < 2 || answer >= options.length || new Set(options).size < options.length,
  );
  if (questions.length === 0 || unsound) throw new TestUnsound();
}

/** Per cent of questions answered right, rounded down, so that a pass is never given away by rounding. */
export function resultOf({ questions, passMark }: ReadingTest, answers: readonly number[]): Result {
  const right = questions.filter(({ answer }, at) => answers[at] === answer).length;
  const score = Math.floor((right * 100) / questions.length);
  return { score, passed: score >= passMark };
}
