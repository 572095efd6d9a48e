import { useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type NoticeLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { meQuery, useMe } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { Icon } from '~/ui/icon';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';
import { Waiting } from '~/ui/waiting';

function useMarkRead(): (ids?: string[]) => void {
  const client = useQueryClient();
  return (ids) => {
    const refresh = (): void => {
      void client.invalidateQueries({ queryKey: ['/notices'] });
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    };
    void api.post('/notices/read', { body: ids === undefined ? {} : { ids } }).then(refresh, refresh);
  };
}

function Notice({
  notice,
  choose,
}: {
  notice: NoticeLine;
  choose: (notice: NoticeLine) => void;
}): ReactElement {
  const text = useText();
  const unread = notice.readAt === null;
  return (
    <li>
      <button
        type="button"
        className={unread ? 'notice notice-unread' : 'notice'}
        onClick={() => {
          choose(notice);
        }}
      >
        <span className="notice-title">
          {unread ? <span className="visually-hidden">{text.shell.unread}: </span> : null}
          {notice.title}
        </span>
        {notice.body === null ? null : <span className="notice-body">{notice.body}</span>}
        <time className="notice-time" dateTime={notice.at}>
          {formatInstant(notice.at)}
        </time>
      </button>
    </li>
  );
}

function NoticesPanel({ close }: { close: () => void }): ReactElement {
  const text = useText();
  const go = useGo();
  const notices = usePages<NoticeLine>('/notices');
  const markRead = useMarkRead();
  const items = itemsOf(notices.data);
  const choose = (notice: NoticeLine): void => {
    if (notice.readAt === null) markRead([notice.id]);
    if (notice.link === null) return;
    close();
    go(notice.link);
  };
  return (
    <div className="notices">
      <div className="notices-head">
        <strong>{text.shell.notices}</strong>
        <Button
          type="link"
          size="small"
          disabled={!items.some((item) => item.readAt === null)}
          onClick={() => {
            markRead();
          }}
        >
          {text.shell.markAllRead}
        </Button>
      </div>
      {notices.isPending ? <Waiting rows={3} /> : null}
      {notices.error === null ? null : (
        <ProblemNotice error={notices.error} retry={() => void notices.refetch()} />
      )}
      {notices.isSuccess && items.length === 0 ? <p className="quiet">{text.shell.noNotices}</p> : null}
      <ul className="plain-list">
        {items.map((notice) => (
          <Notice key={notice.id} notice={notice} choose={choose} />
        ))}
      </ul>
    </div>
  );
}

export function NoticesBell(): ReactElement {
  const text = useText();
  const [open, setOpen] = useState(false);
  const unread = useMe().counters.notices;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <NoticesPanel
          close={() => {
            setOpen(false);
          }}
        />
      }
    >
      <button
        type="button"
        className="top-button top-bell"
        aria-label={text.shell.noticesCount(unread)}
        aria-expanded={open}
      >
        <Icon name="bell" size={20} />
        {unread > 0 ? <span className="bell-count">{unread > 99 ? '99+' : unread}</span> : null}
      </button>
    </Popover>
  );
}
