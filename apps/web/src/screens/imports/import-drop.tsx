import { Alert, Button, Progress } from 'antd';
import { type DragEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useText } from '~/app/preferences';
import { Icon } from '~/ui/icon';
import { describeProblem } from '~/ui/problem-notice';
import { chosenFiles, droppedFiles, type FoundFile, isTaken } from './dropped-files';
import { type Sending, type SentFile } from './use-sending';

function FileLine({ file }: { file: SentFile }): ReactElement {
  const text = useText();
  const words = text.imports;
  const says = {
    waiting: words.waiting,
    sending: `${String(file.percent)}%`,
    done: words.done,
    known: words.known,
    failed: `${words.failed}: ${describeProblem(file.error, text)}`,
  }[file.state];
  return (
    <li className={file.state === 'failed' ? 'sent-line overdue' : 'sent-line'}>
      <span className="sent-name">
        {file.folder === '' ? '' : `${file.folder}/`}
        {file.file.name}
      </span>
      <span>{says}</span>
    </li>
  );
}

/** How far the files are on their way: what has arrived stays, whatever becomes of the page. */
function Progressing({ sending }: { sending: Sending }): ReactElement | null {
  const words = useText().imports;
  const { files } = sending;
  if (files.length === 0) return null;
  const arrived = files.filter(({ state }) => state === 'done' || state === 'known').length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  const under = files.filter(({ state }) => state === 'sending' || state === 'failed' || state === 'known');
  const isOver = arrived + failed === files.length;
  return (
    <div className="sent">
      <p role="status">
        <strong>{words.sending(arrived, files.length)}.</strong>{' '}
        {isOver && failed === 0 ? words.sent : words.sendingHint}
      </p>
      <Progress
        percent={Math.round((arrived / files.length) * 100)}
        aria-label={words.sending(arrived, files.length)}
      />
      {failed > 0 ? <Button onClick={sending.sendFailedAgain}>{words.sendAgain}</Button> : null}
      <ul className="sent-list">
        {under.map((file) => (
          <FileLine key={file.key} file={file} />
        ))}
      </ul>
    </div>
  );
}

/** Takes files, a whole folder or a ZIP, dropped or chosen. */
export function ImportDrop({ sending, small }: { sending: Sending; small: boolean }): ReactElement {
  const words = useText().imports;
  const id = useId();
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  const take = (found: readonly FoundFile[]): void => {
    const taken = found.filter(isTaken);
    setLeftOut(found.length - taken.length);
    sending.add(taken);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(take);
  };
  return (
    <section className={small ? 'panel panel-pad gap-below drop-small' : 'panel panel-pad gap-below'}>
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
          multiple
          className="visually-hidden"
          accept=".doc,.docx,.pdf,.zip"
          onChange={(event) => {
            const { files } = event.target;
            if (files !== null) take(chosenFiles(files));
            event.target.value = '';
          }}
        />
        <label htmlFor={id}>
          <Icon name="upload" size={34} />
          <span className="drop-label">{words.drop}</span>
          <span className="drop-hint">{words.dropHint}</span>
        </label>
      </div>
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={words.chooseFolder}
        onChange={(event) => {
          const { files } = event.target;
          if (files !== null) take(chosenFiles(files));
          event.target.value = '';
        }}
      />
      <div className="drop-more">
        <Button onClick={() => folder.current?.click()}>{words.chooseFolder}</Button>
      </div>
      {leftOut > 0 ? <Alert type="info" showIcon title={words.leftOut(leftOut)} /> : null}
      <Progressing sending={sending} />
    </section>
  );
}
