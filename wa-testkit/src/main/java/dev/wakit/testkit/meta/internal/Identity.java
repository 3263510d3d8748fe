package dev.wakit.testkit.meta.internal;

import java.util.List;

/** The ids and fake secrets a client needs. Immutable. */
public record Identity(
        String accessToken,
        List<String> phoneNumberIds,
        String wabaId,
        String appSecret,
        String verifyToken,
        String displayPhoneNumber,
        String verifiedName) {

    public Identity {
        phoneNumberIds = List.copyOf(phoneNumberIds);
        if (phoneNumberIds.isEmpty()) {
            throw new IllegalArgumentException("at least one phone number id is needed");
        }
    }

    @Override
    public String toString() {
        return "Identity[waba " + wabaId + ", phone numbers " + phoneNumberIds + "]";
    }
}
