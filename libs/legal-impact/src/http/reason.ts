import { type Reason } from '../domain/reason-words';
import { type ImpactReason } from './assessment.dto';

/** A reason as it is kept may lack what its source does not know. */
export function reasonOf({ cites, via, target, kind, partly, note, path }: Reason): ImpactReason {
  return {
    cites,
    via,
    target,
    kind: kind ?? null,
    partly: partly ?? false,
    note: note ?? null,
    path: [...path],
  };
}
