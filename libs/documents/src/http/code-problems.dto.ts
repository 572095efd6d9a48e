import { ListField } from '@app/platform/http';

import { ProblemView } from './version.dto';

export class CodeProblems {
  @ListField(() => ProblemView)
  problems!: ProblemView[];
}
