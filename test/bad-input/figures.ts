/** How many of each kind of answer each row of the plan got, for the closing note of a run. */
export class Figures {
  readonly #counts = new Map<string, Map<string, number>>();

  count(code: string, answer: string): void {
    const answers = this.#counts.get(code) ?? new Map<string, number>();
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
    this.#counts.set(code, answers);
  }

  total(code: string): number {
    return [...(this.#counts.get(code)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  }

  print(): void {
    const lines = [...this.#counts].map(([code, answers]) => {
      const kinds = [...answers].sort(([, a], [, b]) => b - a).map(([answer, n]) => `${String(n)} ${answer}`);
      return `bad input ${code}: ${String(this.total(code))} cases: ${kinds.join(', ')}\n`;
    });
    process.stdout.write(lines.join(''));
  }
}
