import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

interface NativeDialogProps {
  open: boolean;
  close: () => void;
  label: string;
  className: string;
  children: ReactNode;
}

/** The browser's own modal: it keeps the focus inside and closes with Escape. */
export function NativeDialog({ open, close, label, className, children }: NativeDialogProps): ReactElement {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      className={className}
      aria-label={label}
      onClose={close}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
    >
      {open ? children : null}
    </dialog>
  );
}
