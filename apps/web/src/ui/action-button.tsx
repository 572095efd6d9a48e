import { Button, type ButtonProps, Tooltip } from 'antd';
import { type ReactElement } from 'react';
import { type Action } from '~/api/types';
import { useText } from '~/app/preferences';
import { Icon, type IconName } from './icon';

interface ActionButtonProps {
  action: Action;
  label: string;
  onClick: () => void;
  icon?: IconName;
  primary?: boolean;
  danger?: boolean;
  loading?: boolean;
}

/** An act of other roles: nothing this person could bring about would open it, so it is not shown. */
const OTHERS_ACT = 'identity.forbidden';

/** A closed button stays in its place and says why; it can be reached by keyboard to hear the reason. */
export function ActionButton({
  action,
  label,
  onClick,
  icon,
  primary,
  danger,
  loading,
}: ActionButtonProps): ReactElement | null {
  const text = useText();
  if (action.code === OTHERS_ACT) return null;
  const look: ButtonProps = {
    type: primary && action.allowed ? 'primary' : 'default',
    danger: danger && action.allowed,
    loading,
  };
  if (action.allowed) {
    return (
      <Button
        {...look}
        icon={icon === undefined ? undefined : <Icon name={icon} size={16} />}
        onClick={onClick}
      >
        {label}
      </Button>
    );
  }
  const reason = action.reason ?? action.code ?? '';
  return (
    <Tooltip title={`${text.common.closedBecause} ${reason}`} trigger={['hover', 'focus', 'click']}>
      <Button className="button-closed" aria-disabled="true" icon={<Icon name="lock" size={14} />}>
        {label}
        <span className="visually-hidden">. {reason}</span>
      </Button>
    </Tooltip>
  );
}
