import { slipsOf } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { patternsOf } from '../../domain/search/patterns';
import {
  nearPlan,
  searchPlan,
  type SearchTier,
  typedWords,
  type WordChoices,
} from '../../domain/search/search-plan';
import {
  type SearchFilters,
  type SearchPlace,
  SearchQuery,
  type SearchRow,
} from '../../persistence/search/search.query';

export interface SearchCommand {
  q: string;
  filters: SearchFilters;
  /** Null: the first page. `near`: of the results that were probably meant. */
  after: (SearchPlace & { near: boolean }) | null;
  limit: number;
}

export interface SearchResult {
  rows: (SearchRow & { found: SearchTier })[];
  /** Nothing was found as typed; these are results of what was probably meant. */
  near: boolean;
  /** What is to be marked in titles and passages. */
  words: string[];
}

/** A shorter word is at one slip from nearly any other. */
const MENDED = /^[a-z]{3,}$/;

const NOTHING: SearchResult = { rows: [], near: false, words: [] };

@Injectable()
export class SearchVersions {
  constructor(private readonly query: SearchQuery) {}

  /** Finds what was typed; where there is nothing, what was probably meant (G16). */
  async search(tx: ReadTransaction, command: SearchCommand): Promise<SearchResult> {
    const typed = typedWords(command.q);
    if (typed.length === 0) return NOTHING;
    if (command.after?.near !== true) {
      const choices = await this.completed(tx, typed);
      const plan = searchPlan(choices);
      const rows = await this.#find(tx, { ...command, plan, choices });
      if (rows.length > 0 || command.after !== null) return { rows, near: false, words: choices.flat() };
    }
    return this.#near(tx, typed, command);
  }

  /** The last word may be a beginning. */
  async completed(tx: ReadTransaction, typed: readonly string[]): Promise<WordChoices> {
    const last = typed.at(-1) ?? '';
    const more = /^[a-z]{2,}$/.test(last) ? await this.query.completions(tx, last) : [];
    return typed.map((word, at) => (at === typed.length - 1 ? [word, ...more] : [word]));
  }

  async #near(tx: ReadTransaction, typed: readonly string[], command: SearchCommand): Promise<SearchResult> {
    const slips = new Map(typed.filter((word) => MENDED.test(word)).map((word) => [word, slipsOf(word)]));
    const known = new Set(await this.query.known(tx, [...typed, ...[...slips.values()].flat()]));
    const unknown = typed.filter((word) => !known.has(word));
    const choices = typed.map((word) => {
      if (known.has(word) && unknown.length > 0) return [word];
      return [word, ...(slips.get(word) ?? []).filter((slip) => known.has(slip))];
    });
    const plan = nearPlan(choices, unknown.length > 0);
    const rows = await this.#find(tx, { ...command, plan, choices });
    return { rows, near: true, words: choices.flat() };
  }

  async #find(
    tx: ReadTransaction,
    {
      plan,
      choices,
      filters,
      after,
      limit,
    }: SearchCommand & { plan: ReturnType<typeof searchPlan>; choices: WordChoices },
  ): Promise<SearchResult['rows']> {
    const rows = await this.query.find(tx, { plan, filters, after, limit }, patternsOf(choices));
    return rows.map((row) => ({ ...row, found: plan.tiers[row.tier - 1] ?? 'text-words' }));
  }
}
