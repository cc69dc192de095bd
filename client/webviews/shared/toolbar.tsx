import { Icon } from "./icon.tsx";

const actions = ["export", "copy", "print"] as const;

interface Props {
  readonly messages: Readonly<Record<(typeof actions)[number], string>>;
  readonly act: (action: (typeof actions)[number]) => void;
}

/** Actions on the whole view. */
export function Toolbar({ messages, act }: Props) {
  return (
    <div class="toolbar">
      {actions.map((action) => (
        <button type="button" class="action" key={action} data-action={action} onClick={() => act(action)}>
          <Icon name={action} />
          {messages[action]}
        </button>
      ))}
    </div>
  );
}
