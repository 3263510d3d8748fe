package dev.wakit.campaign.internal;

import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.audience.CsvAudience;
import dev.wakit.campaign.audience.MemberAudience;
import dev.wakit.campaign.store.AudienceRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** The rows of an audience, read once. Not thread-safe. */
interface RowSource extends Iterator<AudienceRow>, Closeable {

    static RowSource open(Audience audience) throws IOException {
        if (audience instanceof CsvAudience csv) {
            return CsvRows.open(csv);
        }
        return new Members(((MemberAudience) audience).members());
    }

    /** The variables that the rows read so far, or the header, have. */
    Set<String> knownVariables();

    /** People given by the host. */
    final class Members implements RowSource {

        private final Iterator<AudienceMember> members;
        private final Set<String> known = new HashSet<>();
        private long position;

        private Members(Iterator<AudienceMember> members) {
            this.members = members;
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
            return new AudienceRow(++position, member.phone(), member.bsuid(), member.name(), member.variables(), "");
        }

        @Override
        public void close() {}
    }
}
