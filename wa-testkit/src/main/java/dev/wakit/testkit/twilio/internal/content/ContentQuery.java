package dev.wakit.testkit.twilio.internal.content;

import dev.wakit.testkit.simulator.internal.http.Parameters;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The filters and orders of version 2 of the list. */
final class ContentQuery {

    private final Parameters parameters;

    ContentQuery(Parameters parameters) {
        this.parameters = parameters;
    }

    List<StoredContent> of(List<StoredContent> contents) {
        List<StoredContent> found =
                new java.util.ArrayList<>(contents.stream().filter(filter()).toList());
        order(found);
        return found;
    }

    private Predicate<StoredContent> filter() {
        Predicate<StoredContent> filter = matching("ContentName", StoredContent::friendlyName);
        filter = filter.and(matching("Content", content -> content.types().toString()));
        filter = filter.and(oneOf("Language", StoredContent::language));
        filter = filter.and(oneOf("ContentType", StoredContent::type));
        filter = filter.and(oneOf(
                "ChannelEligibility",
                content -> "whatsapp:" + content.approval().status()));
        Instant after = instant("DateCreatedAfter", Instant.MIN);
        Instant before = instant("DateCreatedBefore", Instant.MAX);
        return filter.and(content ->
                !content.created().isBefore(after) && !content.created().isAfter(before));
    }

    private Predicate<StoredContent> matching(String name, java.util.function.Function<StoredContent, String> of) {
        String text = parameters.get(name);
        if (text.isEmpty()) {
            return content -> true;
        }
        try {
            Pattern pattern = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
            return content -> pattern.matcher(of.apply(content)).find();
        } catch (PatternSyntaxException e) {
            throw new TwilioRefusal(TwilioErrors.parameter(name + ": not a regular expression"));
        }
    }

    private Predicate<StoredContent> oneOf(String name, java.util.function.Function<StoredContent, String> of) {
        List<String> wanted = parameters.all(name);
        return content -> wanted.isEmpty() || wanted.contains(of.apply(content));
    }

    private Instant instant(String name, Instant otherwise) {
        String text = parameters.get(name);
        try {
            return text.isEmpty() ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TwilioRefusal(TwilioErrors.parameter(name + ": not a time such as 2026-01-02T03:04:05Z"));
        }
    }

    private void order(List<StoredContent> contents) {
        String byName = parameters.get("SortByContentName");
        if (!byName.isEmpty()) {
            Comparator<StoredContent> order = Comparator.comparing(StoredContent::friendlyName);
            contents.sort(byName.equalsIgnoreCase("desc") ? order.reversed() : order);
        } else if (parameters.get("SortByDate").equalsIgnoreCase("desc")) {
            // in the order of creation already, which also tells apart what was created in one moment
            Collections.reverse(contents);
        }
    }
}
