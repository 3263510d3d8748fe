package dev.wakit.provider.meta.account;

import java.util.Optional;

/**
 * The settings of a number. Immutable.
 *
 * @param calling whether people can call it; empty if Meta does not say
 * @param callIcon whether people see the icon for calls; empty if Meta does not say
 * @param identityCheck whether messages name the identity they are meant for; empty if Meta does not say
 * @param storage Meta's word for where messages are stored; empty if Meta does not say
 * @param storageRegion two letters of the country in which messages are stored
 * @param raw everything as Meta wrote it, as JSON
 * @since 0.1
 */
public record NumberSettings(
        Optional<Boolean> calling,
        Optional<Boolean> callIcon,
        Optional<Boolean> identityCheck,
        Optional<String> storage,
        Optional<String> storageRegion,
        String raw) {

    // The raw form may hold keys and passwords of a SIP server.
    @Override
    public String toString() {
        return "NumberSettings[calling=" + calling + ", identityCheck=" + identityCheck + ", storage=" + storage + "]";
    }
}
