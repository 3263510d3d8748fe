package dev.wakit.provider.meta.account;

import dev.wakit.address.SenderId;

/**
 * What can be set for a number.
 *
 * <p>Calls behave as {@link MetaAccount} says. Thread-safe.
 *
 * @since 0.1
 */
public interface SenderSettings {

    /** The settings for calls, identity and storage. */
    NumberSettings get(SenderId sender);

    /** Changes one of them. */
    void change(SenderId sender, SettingChange change);

    /** What people see in the profile. */
    BusinessProfile profile(SenderId sender);

    /** Changes what people see in the profile. */
    void changeProfile(SenderId sender, ProfileChange change);

    /** How the catalogue is shown. */
    CommerceSettings commerce(SenderId sender);

    /** Changes how the catalogue is shown. */
    void changeCommerce(SenderId sender, boolean cart, boolean catalogVisible);

    /** What people see when they begin a chat. */
    ChatOpening opening(SenderId sender);

    /** Changes what people see when they begin a chat. */
    void changeOpening(SenderId sender, ChatOpening opening);
}
