package dev.wakit.inbound;

import dev.wakit.error.ProviderError;
import java.util.List;

/**
 * A group was made, deleted, changed, joined or left.
 *
 * <p>Immutable. Words are the BSP's.
 *
 * @param source where it came from
 * @param groupId the BSP's id of the group
 * @param type what happened, such as {@code group_create}
 * @param requestId the id of the request that asked for it
 * @param subject its name
 * @param description its description
 * @param inviteLink the link to join it
 * @param joinMode whether joining needs approval
 * @param added who joined
 * @param removed who left
 * @param pictureMimeType the type of the new picture
 * @param pictureSha256 its hash
 * @param errors why it failed
 * @since 0.1
 */
public record GroupChanged(
        EventSource source,
        String groupId,
        String type,
        String requestId,
        String subject,
        String description,
        String inviteLink,
        String joinMode,
        List<Person> added,
        List<Person> removed,
        String pictureMimeType,
        String pictureSha256,
        List<ProviderError> errors)
        implements InboundEvent {

    /** Copies the collections. */
    public GroupChanged {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return "GroupChanged[" + type + " at " + at() + "]";
    }
}
