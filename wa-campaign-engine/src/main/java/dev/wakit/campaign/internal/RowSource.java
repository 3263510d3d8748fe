package dev.wakit.campaign.internal;

import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.audience.CsvAudience;
import dev.wakit.campaign.audience.MemberAudience;
import dev.wakit.campaign.store.AudienceRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Predicate;

/** The rows of an audience, read once. Not thread-safe. */
interface RowSource extends Iterator<AudienceRow>, Closeable {

    /** Opens an audience, of whose variables only some are kept. */
    static RowSource open(Audience audience, Predicate<String> isKept) throws IOException {
        if (audience instanceof CsvAudience csv) {
            return CsvRows.open(csv, isKept);
        }
        return new Members(((MemberAudience) audience).members(), isKept);
    }

    /** The variables that the rows read so far, or the header, have; those that are not kept too. */
    Set<String> knownVariables();

    /** People given by the host. */
    final class Members implements RowSource {

        private final Iterator<AudienceMember> members;
        private final Predicate<String> isKept;
        private final Set<String> known = new HashSet<>();
        private long position;

        private Members(Iterator<AudienceMember> members, Predicate<String> isKept) {
            this.members = members;
            this.isKept = isKept;
        }

        @Override
        public Set<String> knownVariables() {
            return known;
        }

        @Override
        public boolean hasNext() {
            return members.hasNext();
        }

        @Override
        public AudienceRow next() {
            AudienceMember member = members.next();
            known.addAll(member.variables().keySet());
            var kept = new HashMap<>(member.variables());
            kept.keySet().removeIf(isKept.negate());
            return new AudienceRow(++position, member.phone(), member.bsuid(), member.name(), kept, "");
        }

        @Override
        public void close() {}
    }
}
