import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';

interface EmptyStateProps {
  title: string;
  steps?: readonly string[];
  action?: ReactNode;
}

/** An empty screen says the first steps. */
export function EmptyState({ title, steps = [], action }: EmptyStateProps): ReactElement {
  const text = useText();
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {steps.length === 0 ? null : (
        <>
          <p className="empty-lead">{text.common.firstSteps}</p>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {action}
    </div>
  );
}
