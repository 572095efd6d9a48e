import { type ReactElement } from 'react';

export function Mark({ size = 30 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M7 4h12l6 6v18H7z" fill="#fff" />
      <path d="M19 4v6h6" fill="none" stroke="#0f2d59" strokeWidth="1.4" />
      <path
        d="M11.500 18l3.200 3.200 6-6.400"
        fill="none"
        stroke="#0f2d59"
        strokeWidth="2.600"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
