import { type DragEvent, type ReactElement, useId, useState } from 'react';
import { Icon } from './icon';

interface DropZoneProps {
  label: string;
  hint: string;
  accept: string;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** A place to drop one file; it is a labelled file input for the keyboard. */
export function DropZone({ label, hint, accept, disabled, onFile }: DropZoneProps): ReactElement {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined && disabled !== true) onFile(file);
  };
  return (
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <label htmlFor={id}>
        <Icon name="upload" size={34} />
        <span className="drop-label">{label}</span>
        <span className="drop-hint">{hint}</span>
      </label>
    </div>
  );
}
