import {
  ChoiceField,
  FlagField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '@app/platform/http';

import { SEARCH_TIERS, type SearchTier } from '../../domain/search/search-plan';
import { STANDINGS, type Standing } from '../../persistence/search/search.query';
import { DocumentFilterQuery, DocumentLine } from '../document.dto';

const PLACES = ['page', 'law', 'form', 'step'] as const;

export class SearchQueryDto extends DocumentFilterQuery {
  @TextField({ max: 200, min: 0 })
  q!: string;

  /** What is in force or on its way unless said; what has ended must be asked for. */
  @ChoiceField(STANDINGS, { optional: true })
  standing?: Standing;
}

export class SearchMark {
  @IntegerField()
  from!: number;

  @IntegerField()
  to!: number;
}

/** Where in the version the words stand. */
export class SearchPassage {
  @ChoiceField(PLACES)
  place!: (typeof PLACES)[number];

  /** Of the PDF; null where the words are not on a page. */
  @IntegerField({ nullable: true })
  page!: number | null;

  @TextField()
  text!: string;

  @ListField(() => SearchMark)
  marks!: SearchMark[];
}

export class SearchHit extends DocumentLine {
  /** The best place in which it was found; results come in this order. */
  @ChoiceField(SEARCH_TIERS)
  found!: SearchTier;

  @ListField(() => SearchMark)
  titleMarks!: SearchMark[];

  @ListField(() => SearchPassage)
  passages!: SearchPassage[];
}

export class SearchPage {
  @ListField(() => SearchHit)
  items!: SearchHit[];

  @TextField({ nullable: true })
  next!: string | null;

  /** True: nothing is written as it was typed, these come near to it. */
  @FlagField()
  near!: boolean;

  /** Words that are marked, without accents. */
  @TextListField()
  words!: string[];
}
