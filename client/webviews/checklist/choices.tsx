import type { Checklist } from "../../../protocol/requests.ts";
import type { FromChecklist } from "../../../protocol/views.ts";
import { Choice } from "../shared/choice.tsx";

interface Props {
  readonly checklist: Checklist;
  readonly say: (message: FromChecklist) => void;
}

/** Choices of the file's profile and of the class to judge it as. */
export function Choices({ checklist, say }: Props) {
  const { profiles, index, classes, assumed, messages } = checklist;
  const stated = classes.find(({ isStated }) => isStated)?.value ?? null;
  const isStated = (value: string) => value === stated;
  return (
    <div class="choices">
      {profiles.length > 1 && (
        <Choice
          name="profile"
          label={messages.profile}
          value={String(index)}
          options={profiles.map((profile) => ({ value: String(profile.index), title: profile.name }))}
          choose={(value) => say({ kind: "profile", index: Number(value) })}
        />
      )}
      <Choice
        name="class"
        label={messages.assume}
        value={assumed ?? stated}
        options={classes}
        choose={(value) => say({ kind: "assume", classification: isStated(value) ? null : value })}
      />
    </div>
  );
}
