import { type DecisionFields } from '~/api/types';

export interface WithdrawalValue {
  documentId: string;
  reason: string;
  successorId?: string | null;
}

export interface DecisionValues {
  abstract: string;
  legalBases: string[];
  signerId: string;
  formula: DecisionFields['formula'];
  from: 'signing' | 'day';
  effectiveFrom: string | null;
  versionIds: string[];
  withdrawals: WithdrawalValue[];
  replacesId: string | null;
}

export function decisionFieldsOf(values: DecisionValues): DecisionFields {
  return {
    abstract: values.abstract.trim(),
    legalBases: values.legalBases.map((base) => base.trim()).filter((base) => base !== ''),
    signerId: values.signerId,
    formula: values.formula,
    effectiveFrom: values.from === 'day' ? values.effectiveFrom : null,
    versionIds: values.versionIds,
    withdrawals: values.withdrawals.map(({ documentId, reason, successorId }) => ({
      documentId,
      reason: reason.trim(),
      successorId: successorId ?? null,
    })),
    replacesId: values.replacesId ?? null,
  };
}
