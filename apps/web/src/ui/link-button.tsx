import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Icon, type IconName } from './icon';
import { useGo } from './use-go';

interface LinkButtonProps {
  href: string;
  children: string;
  primary?: boolean;
  icon?: IconName;
}

/** A link that looks like a button; it opens in a new window when asked to. */
export function LinkButton({ href, children, primary, icon }: LinkButtonProps): ReactElement {
  const go = useGo();
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      href={href}
      icon={icon === undefined ? undefined : <Icon name={icon} size={16} />}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </Button>
  );
}
