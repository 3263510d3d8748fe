package dev.wakit.campaign.audience;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Who receives a campaign.
 *
 * <p>An audience is read once, when the campaign is created, and kept from then on by the engine.
 *
 * @since 0.1
 */
public sealed interface Audience permits MemberAudience, CsvAudience {

    /** These people. */
    static Audience of(List<AudienceMember> members) {
        return new MemberAudience(List.copyOf(members).iterator());
    }

    /** The people that an iterator gives, read once and never held all at the same time. */
    static Audience from(Iterator<AudienceMember> members) {
        return new MemberAudience(members);
    }

    /** A CSV file with a header line; see {@link CsvAudience}. */
    static CsvAudience csv(Path file) {
        return CsvAudience.of(file);
    }
}
