package dev.wakit.provider.twilio.internal.message;

import java.util.Map;

/**
 * A Content with the values of its variables.
 *
 * @param sid the Content
 * @param variables value by variable, in order
 */
public record ContentUse(String sid, Map<String, String> variables) {

    @Override
    public String toString() {
        return "ContentUse[" + sid + ", " + variables.size() + " variables]";
    }
}
