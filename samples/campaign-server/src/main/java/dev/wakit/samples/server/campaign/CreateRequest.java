package dev.wakit.samples.server.campaign;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/campaigns}, or its {@code spec} part beside a CSV file. */
record CreateRequest(
        @Nullable String name,
        @Nullable TemplateRequest template,
        @Nullable String text,
        @Nullable List<RecipientRequest> recipients,
        @Nullable String provider,
        @Nullable String sender,
        @Nullable List<SenderRequest> senders,
        @Nullable String failoverAfter,
        @Nullable Map<String, ContentRequest> contents,
        @Nullable String phoneColumn,
        @Nullable String nameColumn,
        @Nullable Integer ratePerMinute,
        @Nullable String startAt,
        @Nullable String sendBy,
        @Nullable String defaultRegion,
        @Nullable String sendMode,
        @Nullable WindowRequest window,

        @Nullable Boolean launch) {

    /** A sender of a pool, and how much it takes beside the others; 1 when not given. */
    record SenderRequest(
            @Nullable String provider,
            @Nullable String sender,
            @Nullable Integer weight) {}

    /** What senders of one provider send instead. */
    record ContentRequest(
            @Nullable TemplateRequest template, @Nullable String text) {}

    /** A template and the values of its places. */
    record TemplateRequest(
            @Nullable String name,
            @Nullable String language,
            @Nullable List<String> body,
            @Nullable Map<String, String> named,
            @Nullable String headerText,
            @Nullable HeaderMediaRequest headerMedia,
            @Nullable List<ButtonRequest> buttons) {}

    /** The media of a template's header. */
    record HeaderMediaRequest(
            @Nullable String kind,
            @Nullable String source,
            @Nullable String filename) {}

    /** The value of a template's button. */
    record ButtonRequest(
            int index, @Nullable String kind, @Nullable String value) {}

    /** A person. */
    record RecipientRequest(
            @Nullable String phone,
            @Nullable String name,
            @Nullable Map<String, String> variables) {}

    /**
     * The hours of a day in which it sends.
     *
     * @param days names of days, such as MONDAY; every day when not given
     * @param zone such as Asia/Kolkata
     * @param inRecipientZone whether each recipient's own zone counts; {@code zone} is then for those whose own is not known
     */
    record WindowRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> days,
            @Nullable String zone,
            @Nullable Boolean inRecipientZone) {}

    boolean isToBeLaunched() {
        return Boolean.TRUE.equals(launch);
    }
}
